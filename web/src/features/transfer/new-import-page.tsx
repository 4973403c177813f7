import { InboxOutlined } from "@ant-design/icons";
import { Form, Select, Upload } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { useMeta } from "@/shared/meta";
import { Page, Panel } from "@/shared/page";
import { paths } from "@/shared/paths";
import styles from "./import.module.css";
import { useUpload } from "./import-queries";

const ACCEPTED = ".csv,.tsv,.txt,.xlsx";

/** The first step: what is in the file, and the file itself. */
export function NewImportPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [parameters, setParameters] = useSearchParams();
  const { objects } = useMeta();
  const upload = useUpload();
  const possible = objects.filter((object) => object.rights.import);
  const object = parameters.get("object") ?? possible[0]?.name ?? "";

  function send(file: File) {
    upload.mutate(
      { file, object },
      { onSuccess: (created) => navigate(paths.oneImport(created.id), { replace: true }) },
    );
    return false;
  }

  return (
    <Page title={t("transfer.newTitle")}>
      <Panel>
        <Form layout="vertical" className={styles.upload ?? ""}>
          <Form.Item label={t("transfer.whatIsInside")} htmlFor="import-object">
            <Select
              id="import-object"
              value={object}
              options={possible.map(({ name, pluralLabel }) => ({
                value: name,
                label: pluralLabel,
              }))}
              onChange={(next) => setParameters({ object: next }, { replace: true })}
            />
          </Form.Item>
          <Upload.Dragger
            accept={ACCEPTED}
            multiple={false}
            showUploadList={false}
            beforeUpload={send}
            disabled={upload.isPending || object === ""}
          >
            <InboxOutlined aria-hidden="true" className={styles.inbox ?? ""} />
            <p className={styles.drop}>
              {upload.isPending ? t("transfer.uploading") : t("transfer.drop")}
            </p>
            <p className={styles.hint}>{t("transfer.formats")}</p>
          </Upload.Dragger>
          {object !== "" && <TemplateLinks object={object} />}
        </Form>
      </Panel>
    </Page>
  );
}

/** Empty files whose columns are recognised by themselves. */
function TemplateLinks({ object }: { object: string }) {
  const { t, i18n } = useTranslation();
  const link = (format: "xlsx" | "csv") =>
    `/api/import-templates/${object}/${format}?${new URLSearchParams({ language: i18n.language })}`;
  return (
    <p className={styles.template}>
      {t("transfer.template")}{" "}
      <a href={link("xlsx")} download>
        {t("transfer.templateXlsx")}
      </a>
      {" · "}
      <a href={link("csv")} download>
        {t("transfer.templateCsv")}
      </a>
    </p>
  );
}
