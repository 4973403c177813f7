import { Alert, Checkbox, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { can, useSession } from "@/features/access";
import { applyProblem } from "@/shared/form-problems";
import type { ImportDetail } from "./import-queries";
import { type SavedMapping, useSaveMapping } from "./mapping-queries";

type Props = {
  data: ImportDetail;
  /** What it is called at first. */
  name?: string | undefined;
  isShared: boolean;
  onSaved: (mapping: SavedMapping) => void;
  onClose: () => void;
};

type Values = { name: string; shared: boolean };

/** Keeps the mapping on the screen under a name; one's own of that name is replaced. */
export function MappingDialog({ data, name, isShared, onSaved, onClose }: Props) {
  const { t } = useTranslation();
  const session = useSession();
  const [form] = Form.useForm<Values>();
  const [others, setOthers] = useState<string[]>([]);
  const save = useSaveMapping();

  function submit(values: Values) {
    save.mutate(
      {
        name: values.name,
        shared: values.shared ?? false,
        object: data.object,
        headers: data.headers.map((header) => header.name),
        settings: data.settings,
      },
      {
        onSuccess: onSaved,
        onError: (error) => setOthers(applyProblem(form, error, ["name", "shared"])),
      },
    );
  }

  return (
    <Modal
      open
      title={t("transfer.mappings.saveTitle")}
      okText={t("shared.save")}
      cancelText={t("shared.cancel")}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ name, shared: isShared }}
        onFinish={submit}
      >
        {others.length > 0 && <Alert type="error" title={others.join(" · ")} />}
        <Form.Item
          name="name"
          label={t("transfer.mappings.name")}
          extra={t("transfer.mappings.help")}
          rules={[{ required: true, whitespace: true, message: t("transfer.mappings.noName") }]}
        >
          <Input autoFocus maxLength={80} />
        </Form.Item>
        {can(session, "admin.settings") && (
          <Form.Item name="shared" valuePropName="checked">
            <Checkbox>{t("transfer.mappings.shared")}</Checkbox>
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
