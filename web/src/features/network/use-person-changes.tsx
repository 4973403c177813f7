import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRefresh, useUpdateRecord } from "@/features/writing";
import { announce } from "@/shared/announce";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import { fieldValue, isReference, type RecordData } from "@/shared/records";
import type { Person } from "./people";

type Values = Record<string, unknown>;

const SECONDS_TO_UNDO = 8;

/** Changes people where they are drawn, and takes it back for a while. */
export function usePersonChanges(contact: ObjectMeta) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [changing, setChanging] = useState<string>();
  const update = useUpdateRecord(pathOf(contact));
  const refresh = useRefresh();

  async function write(record: RecordData, body: Values): Promise<RecordData | undefined> {
    setChanging(record.id);
    try {
      return await update.mutateAsync({ record, body });
    } catch (error) {
      announce(error);
      await refresh(pathOf(contact));
      return undefined;
    } finally {
      setChanging(undefined);
    }
  }

  async function change({ record }: Person, body: Values, words: string) {
    const written = await write(record, body);
    if (written === undefined) {
      return;
    }
    const key = `person-${record.id}`;
    const before = Object.fromEntries(
      Object.keys(body).map((name) => [name, sent(fieldValue(record, name))]),
    );
    message.success({
      key,
      duration: SECONDS_TO_UNDO,
      content: (
        <>
          {words}
          <Button
            type="link"
            size="small"
            onClick={() => {
              message.destroy(key);
              write(written, before);
            }}
          >
            {t("network.undo")}
          </Button>
        </>
      ),
    });
  }

  return { change, changing };
}

/** A value as it is written: a reference by its id. */
function sent(value: unknown): unknown {
  return isReference(value) ? value.id : (value ?? null);
}
