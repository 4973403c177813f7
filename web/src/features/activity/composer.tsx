import { Button, Flex, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MentionInput } from "@/features/mention";
import { useCreateRecord, useKeptText } from "@/features/writing";
import { announce } from "@/shared/announce";
import { fieldOf, type ObjectMeta, pathOf, useObjectMeta } from "@/shared/meta";
import { type RecordData, titleOf } from "@/shared/records";
import styles from "./composer.module.css";
import { ComposerDetails } from "./composer-details";
import { askedOf, bodyOf, type Details, plansNextStep, wordsOf } from "./composer-kinds";
import { NextStep, type Step } from "./next-step";

type Props = { object: ObjectMeta; record: RecordData };

/** Writes an activity about this record, if activities can point to it. */
export function Composer({ object, record }: Props) {
  const activity = useObjectMeta("activity");
  const link = activity?.fields.find(
    (field) => field.kind === "reference" && field.reference === object.name && !field.readOnly,
  );
  if (activity === undefined || link === undefined || !activity.rights.create) {
    return null;
  }
  const about = { id: record.id, title: titleOf(record, object.titleField) };
  return <ActivityForm activity={activity} path={pathOf(object)} link={link.name} about={about} />;
}

type FormProps = {
  activity: ObjectMeta;
  path: string;
  link: string;
  about: { id: string; title: string };
};

function ActivityForm({ activity, path, link, about }: FormProps) {
  const { t } = useTranslation();
  const create = useCreateRecord(pathOf(activity));
  const kinds = fieldOf(activity, "kind")?.options ?? [];
  const [kind, setKind] = useState("followUp");
  const [text, setText] = useKeptText(about.id);
  const [details, setDetails] = useState<Details>({});
  const [next, setNext] = useState<Step>();
  const [isOpen, setOpen] = useState(text !== "");
  const asked = askedOf(activity, kind, details).filter(({ name }) => name !== link);
  const isEmpty = text.trim() === "";

  async function save() {
    const fixed = { [link]: about };
    const step = plansNextStep(kind) && next !== undefined && next.words.trim() !== "";
    try {
      await create.mutateAsync({
        ...fixed,
        kind,
        ...wordsOf(activity, text),
        ...bodyOf(asked, details),
      });
      setText("");
      if (step) {
        const plan = { kind: "followUp", dueAt: next.at, ...wordsOf(activity, next.words) };
        await create.mutateAsync({ ...fixed, ...plan });
      }
      clear();
    } catch (error) {
      announce(error);
    }
  }

  function clear() {
    setText("");
    setDetails({});
    setNext(undefined);
    setOpen(false);
  }

  return (
    <div className={styles.composer} data-open={isOpen} data-composer>
      <MentionInput
        path={path}
        id={about.id}
        isBare
        rows={{ minRows: isOpen ? 3 : 1, maxRows: 10 }}
        value={text}
        label={t("activity.composer.hint")}
        onFocus={() => setOpen(true)}
        onChange={setText}
        onSend={save}
      />
      {isOpen && (
        <div className={styles.foot}>
          <div className={styles.kinds}>
            <Segmented
              size="small"
              value={kind}
              options={kinds.filter(({ retired }) => retired !== true)}
              aria-label={t("activity.composer.kind")}
              onChange={setKind}
            />
          </div>
          <ComposerDetails
            fields={asked}
            details={details}
            onChange={(name, value) => setDetails({ ...details, [name]: value })}
          />
          {plansNextStep(kind) && <NextStep step={next} onChange={setNext} />}
          <Flex gap={8} justify="end">
            <Button size="small" onClick={clear}>
              {t("shared.cancel")}
            </Button>
            <Button
              size="small"
              type="primary"
              disabled={isEmpty}
              loading={create.isPending}
              onClick={save}
            >
              {t("shared.save")}
            </Button>
          </Flex>
        </div>
      )}
    </div>
  );
}
