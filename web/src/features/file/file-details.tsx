import { DatePicker, Form, Input, Modal, Segmented } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import { useChangeFile } from "./file-mutations";
import { type AttachedFile, type Direction, type FileKind, KINDS } from "./file-queries";

type Values = {
  name: string;
  kind: FileKind;
  direction?: Direction;
  documentDate?: Dayjs | null;
};

type Props = { path: string; file: AttachedFile; onClose: () => void };

/** What a file is called and stands for: a scanned letter or fax has a date and a direction. */
export function FileDetails({ path, file, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch("kind", form) ?? file.kind;
  const change = useChangeFile(path, file);

  function save(values: Values) {
    const isPaper = values.kind !== "file";
    change.mutate(
      {
        name: values.name,
        kind: values.kind,
        direction: isPaper ? (values.direction ?? "in") : null,
        documentDate: values.documentDate?.format("YYYY-MM-DD") ?? null,
      },
      { onSuccess: onClose },
    );
  }

  return (
    <Modal
      open
      title={t("file.edit")}
      okText={t("shared.save")}
      cancelText={t("shared.cancel")}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={save}
        initialValues={{
          name: file.name,
          kind: file.kind,
          direction: file.direction ?? "in",
          documentDate: file.documentDate ? dayjs(file.documentDate) : null,
        }}
      >
        <Form.Item
          name="name"
          label={t("file.name")}
          rules={[{ required: true, whitespace: true, max: 255 }]}
        >
          <Input />
        </Form.Item>
        <Form.Item name="kind" label={t("file.kindOf")}>
          <Segmented
            options={KINDS.map((each) => ({ value: each, label: t(`file.kind.${each}`) }))}
          />
        </Form.Item>
        {kind !== "file" && (
          <Form.Item name="direction" label={t("file.directionOf")}>
            <Segmented
              options={(["in", "out"] as const).map((each) => ({
                value: each,
                label: t(`file.direction.${each}`),
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="documentDate" label={t("file.date")} extra={t("file.dateHelp")}>
          <DatePicker />
        </Form.Item>
      </Form>
    </Modal>
  );
}
