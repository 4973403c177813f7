import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Input, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { dropMark, type Reorder, ReorderHandle, useReorder } from "@/shared/reorder";
import styles from "./choices-editor.module.css";
import { EMPTY_CHOICE, type FieldValues } from "./field-values";
import { TonePicker } from "./tone-picker";

/** The choices in their order; those that records hold can be retired instead of removed. */
export function ChoicesEditor() {
  const { t } = useTranslation();
  return (
    <Form.List
      name="choices"
      rules={[
        {
          validator: async (_, choices: unknown[] = []) => {
            if (choices.length === 0) {
              throw new Error(t("customization.choices.missing"));
            }
          },
        },
      ]}
    >
      {(rows, { add, remove, move }, { errors }) => (
        <Form.Item label={t("customization.choices.title")} required>
          <Rows keys={rows} onRemove={remove} onMove={move} />
          <Form.ErrorList errors={errors} />
          <Button
            type="dashed"
            icon={<PlusOutlined aria-hidden="true" />}
            onClick={() => add(EMPTY_CHOICE)}
          >
            {t("customization.choices.add")}
          </Button>
        </Form.Item>
      )}
    </Form.List>
  );
}

type RowsProps = {
  keys: { key: number; name: number }[];
  onRemove: (index: number) => void;
  onMove: (from: number, to: number) => void;
};

function Rows({ keys, onRemove, onMove }: RowsProps) {
  const { t } = useTranslation();
  const reorder = useReorder(keys.length, onMove);
  return (
    <>
      <div className={`${styles.row} ${styles.head}`} aria-hidden="true">
        <span />
        <span>{t("customization.language.zhCN")}</span>
        <span>{t("customization.language.en")}</span>
        <span>{t("customization.choices.colorTitle")}</span>
        <span>{t("customization.choices.offeredTitle")}</span>
      </div>
      <ul ref={reorder.list} className={styles.rows}>
        {keys.map(({ key, name: index }) => (
          <li key={key} className={styles.row} data-drop={dropMark(reorder, index)}>
            <Row index={index} reorder={reorder} onRemove={() => onRemove(index)} />
          </li>
        ))}
      </ul>
    </>
  );
}

type RowProps = { index: number; reorder: Reorder; onRemove: () => void };

function Row({ index, reorder, onRemove }: RowProps) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<FieldValues>();
  const choice = Form.useWatch(["choices", index], { form, preserve: true });
  const position = index + 1;
  const isKept = choice?.value !== undefined;
  return (
    <>
      <ReorderHandle
        reorder={reorder}
        index={index}
        name={t("customization.choices.one", { position })}
      />
      {(["zhCN", "en"] as const).map((language) => (
        <Form.Item
          key={language}
          name={[index, "labels", language]}
          className={styles.label ?? ""}
          rules={[
            { required: true, whitespace: true, message: t(`customization.missingIn.${language}`) },
          ]}
        >
          <Input
            maxLength={60}
            autoComplete="off"
            aria-label={t(`customization.choices.label.${language}`, { position })}
          />
        </Form.Item>
      ))}
      <Form.Item name={[index, "color"]} className={styles.color ?? ""}>
        <TonePicker label={t("customization.choices.color", { position })} />
      </Form.Item>
      {isKept && (
        <Form.Item name={[index, "value"]} hidden>
          <Input />
        </Form.Item>
      )}
      {isKept && (
        <Form.Item
          name={[index, "retired"]}
          className={styles.offered ?? ""}
          getValueProps={(retired) => ({ checked: retired !== true })}
          normalize={(offered) => offered !== true}
        >
          <Switch
            size="small"
            title={t("customization.choices.offered")}
            aria-label={t("customization.choices.offeredOne", { position })}
          />
        </Form.Item>
      )}
      <Button
        type="text"
        className={styles.remove ?? ""}
        icon={<DeleteOutlined aria-hidden="true" />}
        aria-label={t("customization.choices.remove", { position })}
        onClick={onRemove}
      />
    </>
  );
}
