import { useQuery } from "@tanstack/react-query";
import { Empty, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { pathOf, useMeta } from "@/shared/meta";
import { ObjectIcon } from "@/shared/object-icon";
import { Page, Panel } from "@/shared/page";
import { paths } from "@/shared/paths";
import { Highlighted } from "./highlighted";
import styles from "./search-page.module.css";
import { searchOptions } from "./search-queries";

const MOST = 100;

/** All that was found, by kind of record. */
export function SearchPage() {
  const { t } = useTranslation();
  const [parameters] = useSearchParams();
  const [kind, setKind] = useState("");
  const { objects } = useMeta();
  const q = parameters.get("q") ?? "";
  const found = useQuery(searchOptions(q, MOST, kind || undefined));
  const hits = found.data?.items ?? [];
  return (
    <Page title={t("search.results", { q })}>
      <Segmented
        className={styles.kinds ?? ""}
        value={kind}
        onChange={setKind}
        options={[
          { value: "", label: t("search.all") },
          ...objects
            .filter((object) => object.group)
            .map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel })),
        ]}
      />
      <Panel>
        {hits.length === 0 && !found.isFetching && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("search.nothing")} />
        )}
        <ul>
          {hits.map((hit) => {
            const object = objects.find((candidate) => candidate.name === hit.object);
            return object === undefined ? null : (
              <li key={hit.id}>
                <Link to={paths.record(pathOf(object), hit.id)} className={styles.hit}>
                  <ObjectIcon name={object.icon ?? object.name} />
                  <span>
                    <Highlighted text={hit.title} ranges={hit.highlights} />
                  </span>
                  <small>{hit.subtitle}</small>
                  <small className={styles.kind}>{object.label}</small>
                </Link>
              </li>
            );
          })}
        </ul>
      </Panel>
    </Page>
  );
}
