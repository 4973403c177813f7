import { Alert, App, Button, Drawer, Flex, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LiveHits } from "@/features/duplicate";
import { applyProblem } from "@/shared/form-problems";
import { useIsPhone } from "@/shared/media";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import { isProblem } from "@/shared/problem";
import { fieldValue, type RecordData } from "@/shared/records";
import { ConflictDialog } from "./conflict-dialog";
import { useDraftPlace } from "./drafts";
import { RecordForm } from "./record-form";
import { useCreateRecord, useUpdateRecord } from "./record-mutations";
import {
  changedValues,
  createdValues,
  defaultsOf,
  editableFields,
  firstFields,
  type Values,
} from "./record-values";

type Props = {
  object: ObjectMeta;
  record?: RecordData;
  presets?: Values;
  onClose: () => void;
  onSaved?: (record: RecordData) => void;
};

/** Creates or edits a record beside the page it was opened from. */
export function RecordDrawer({ object, presets = {}, onClose, onSaved, ...props }: Props) {
  // What somebody else saves meanwhile must not become the base of this person's changes.
  const [record] = useState(props.record);
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const isPhone = useIsPhone();
  const [form] = Form.useForm<Values>();
  const typed = Form.useWatch([], form);
  const place = useDraftPlace(object, record, presets);
  const [draft] = useState(place.read);
  const [showsAll, setShowsAll] = useState(record !== undefined || draft !== undefined);
  const [isDirty, setDirty] = useState(draft !== undefined);
  const [otherErrors, setOtherErrors] = useState<string[]>([]);
  const [conflict, setConflict] = useState<{ current: RecordData; mine: Values }>();
  const create = useCreateRecord(pathOf(object));
  const update = useUpdateRecord(pathOf(object));
  const all = editableFields(object);
  const fields = showsAll ? all : firstFields(object);
  const [defaults] = useState(() => defaultsOf(object));
  const saved = record === undefined ? { ...defaults, ...presets } : valuesOf(object, record);
  const initial = { ...saved, ...draft?.values };
  const isSaving = create.isPending || update.isPending;

  function submit(values: Values, again: boolean) {
    const onError = (error: unknown) => fail(error, values);
    const onSuccess = (written: RecordData) => {
      place.drop();
      onSaved?.(written);
      if (again) {
        form.resetFields();
        form.setFieldsValue(withoutDraft());
        setDirty(false);
      } else {
        onClose();
      }
    };
    if (record === undefined) {
      create.mutate({ ...presets, ...createdValues(object, values) }, { onSuccess, onError });
      return;
    }
    const body = changedValues(fields, record, values);
    if (Object.keys(body).length === 0) {
      leave();
    } else {
      // Whoever saved since the draft was begun must not be overwritten unseen.
      const version = draft?.version ?? record.version;
      update.mutate({ record: { id: record.id, version }, body }, { onSuccess, onError });
    }
  }

  function fail(error: unknown, values: Values) {
    if (isProblem(error, 412) && record !== undefined && error.current !== undefined) {
      const mine = changedValues(fields, record, values);
      setConflict({ current: { ...record, ...error.current }, mine });
    } else {
      setOtherErrors(
        applyProblem(
          form,
          error,
          fields.flatMap(({ name }) => (name in values ? [name] : [])),
        ),
      );
    }
  }

  function keep(values: Values) {
    const changed = changedValues(fields, saved, values);
    const isChanged = Object.keys(changed).length > 0;
    setDirty(isChanged);
    if (isChanged) {
      const version = draft?.version ?? record?.version;
      place.keep({ values: changed, ...(version === undefined ? {} : { version }) });
    } else {
      place.drop();
    }
  }

  function withoutDraft(): Values {
    const names = Object.keys(draft?.values ?? {});
    return Object.fromEntries(names.map((name) => [name, saved[name] ?? null]));
  }

  function leave() {
    place.drop();
    onClose();
  }

  async function close() {
    if (isDirty) {
      const leaves = await modal.confirm({
        title: t("writing.leave"),
        content: t("writing.leaveHelp"),
        okText: t("writing.discard"),
        cancelText: t("writing.stay"),
      });
      if (!leaves) {
        return;
      }
    }
    leave();
  }

  async function saveAgain() {
    const values = await form.validateFields().catch(() => undefined);
    if (values !== undefined) {
      submit(values, true);
    }
  }

  return (
    <Drawer
      open
      size={isPhone ? "100%" : 620}
      onClose={close}
      title={t(record === undefined ? "writing.new" : "writing.edit", { object: object.label })}
      footer={
        <Flex gap={8} justify="end">
          {!showsAll && all.length > fields.length && (
            <Button type="text" style={{ marginRight: "auto" }} onClick={() => setShowsAll(true)}>
              {t("writing.moreFields", { count: all.length - fields.length })}
            </Button>
          )}
          <Button onClick={close}>{t("shared.cancel")}</Button>
          {record === undefined && (
            <Button onClick={saveAgain} disabled={isSaving}>
              {t("writing.saveAndNew")}
            </Button>
          )}
          <Button type="primary" loading={isSaving} onClick={() => form.submit()}>
            {t("shared.save")}
          </Button>
        </Flex>
      }
    >
      <RecordForm
        object={object}
        record={record}
        fields={fields}
        form={form}
        initial={initial}
        otherErrors={otherErrors}
        onSubmit={(values) => submit(values, false)}
        onDirty={keep}
        notice={
          <>
            {draft !== undefined && (
              <Alert
                type="info"
                title={t("writing.draft")}
                action={
                  <Button size="small" type="text" onClick={leave}>
                    {t("writing.discard")}
                  </Button>
                }
              />
            )}
            {record === undefined && (
              <LiveHits
                object={object}
                values={{ ...presets, ...changedValues(all, saved, typed ?? {}) }}
              />
            )}
          </>
        }
      />
      {conflict !== undefined && record !== undefined && (
        <ConflictDialog
          object={object}
          base={record}
          {...conflict}
          onClose={() => setConflict(undefined)}
          onSaved={(written) => {
            onSaved?.(written);
            leave();
          }}
        />
      )}
    </Drawer>
  );
}

function valuesOf(object: ObjectMeta, record: RecordData): Values {
  return Object.fromEntries(
    editableFields(object).map((field) => [field.name, fieldValue(record, field.name) ?? null]),
  );
}
