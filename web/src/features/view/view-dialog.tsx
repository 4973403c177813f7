import { Alert, Form, Input, Modal, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { can, useSession } from "@/features/access";
import { IconPicker } from "@/features/customization";
import { applyProblem } from "@/shared/form-problems";
import type { ObjectMeta } from "@/shared/meta";
import { isProblem } from "@/shared/problem";
import { useChangeView, useCreateView } from "./view-mutations";
import { SHARINGS, type Sharing, type View, type ViewState } from "./view-queries";

type Props = {
  object: ObjectMeta;
  /** The view to rename and share; none makes a new one of the state. */
  view?: View | undefined;
  /** What a new view is called at first. */
  name?: string | undefined;
  state: ViewState;
  onSaved: (view: View) => void;
  onClose: () => void;
};

type Values = { name: string; icon?: string | undefined; sharing: Sharing };

export function ViewDialog({ object, view, name, state, onSaved, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const [others, setOthers] = useState<string[]>([]);
  const create = useCreateView();
  const change = useChangeView();
  const sharings = useSharings(view);

  function submit(values: Values) {
    const answers = {
      onSuccess: onSaved,
      onError: (error: unknown) => {
        if (!isProblem(error, 412)) {
          setOthers(applyProblem(form, error, ["name", "icon", "sharing"]));
        }
      },
    };
    if (view === undefined) {
      create.mutate({ ...values, object: object.name, state }, answers);
    } else {
      change.mutate({ view, body: values }, answers);
    }
  }

  return (
    <Modal
      open
      title={t(view === undefined ? "view.saveAs" : "view.edit")}
      okText={t("shared.save")}
      cancelText={t("shared.cancel")}
      confirmLoading={create.isPending || change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          name: view?.name ?? name,
          icon: view?.icon ?? undefined,
          sharing: view?.sharing ?? "private",
        }}
        onFinish={submit}
      >
        {others.length > 0 && <Alert type="error" title={others.join(" · ")} />}
        <Form.Item
          name="name"
          label={t("view.name")}
          rules={[{ required: true, whitespace: true, message: t("view.nameMissing") }]}
        >
          <Input autoFocus maxLength={80} />
        </Form.Item>
        <Form.Item name="icon" label={t("view.icon")}>
          <IconPicker />
        </Form.Item>
        <Form.Item name="sharing" label={t("view.sharing")} extra={t("view.sharedHint")}>
          <Radio.Group
            vertical
            options={sharings.map((value) => ({ value, label: t(`view.sharingOf.${value}`) }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** What the server would refuse is not offered, unless the view is so already. */
function useSharings(view: View | undefined): Sharing[] {
  const session = useSession();
  const isPossible = {
    private: true,
    unit: view !== undefined || (session.user.unit ?? null) !== null,
    everyone: can(session, "admin.settings"),
  };
  return SHARINGS.filter((sharing) => isPossible[sharing] || view?.sharing === sharing);
}
