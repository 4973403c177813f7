import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { useParams } from "react-router";
import { MergedNotice } from "@/features/merge";
import { type ObjectMeta, pathOf, useObjectAt } from "@/shared/meta";
import { PageSkeleton } from "@/shared/page";
import { Problem } from "@/shared/problem";
import { recordOptions } from "@/shared/records";
import { Facts } from "./facts";
import { RecordColumn, useCards } from "./record-column";
import { RecordHeader } from "./record-header";
import styles from "./record-page.module.css";
import { RecordTabs } from "./record-tabs";

export function RecordPage() {
  const { path = "", id = "" } = useParams();
  const object = useObjectAt(path);
  if (object === undefined) {
    throw new Problem(404, {});
  }
  return (
    <Suspense fallback={<PageSkeleton />} key={id}>
      <OneRecord object={object} id={id} />
    </Suspense>
  );
}

function OneRecord({ object, id }: { object: ObjectMeta; id: string }) {
  const { data: record } = useSuspenseQuery(recordOptions(pathOf(object), id));
  const cards = useCards(object);
  const hasSide = cards.side.length > 0;
  return (
    <div className={styles.page}>
      <RecordHeader object={object} record={record} />
      <MergedNotice object={object} record={record} />
      <div className={hasSide ? styles.columns : `${styles.columns} ${styles.two}`}>
        <div className={styles.left}>
          <Facts object={object} record={record} />
        </div>
        <div className={styles.centre}>
          <RecordColumn object={object} record={record} cards={cards.centre} />
          <RecordTabs object={object} record={record} />
        </div>
        {hasSide && (
          <div className={styles.right}>
            <RecordColumn object={object} record={record} cards={cards.side} />
          </div>
        )}
      </div>
    </div>
  );
}
