import type { ReactNode } from "react";
import { Link } from "react-router";
import { pathOf, useObjectMeta } from "./meta";
import { paths } from "./paths";
import styles from "./record-link.module.css";

type Props = { object: string; id: string; children: ReactNode };

export function RecordLink({ object, id, children }: Props) {
  const meta = useObjectMeta(object);
  return meta === undefined ? (
    children
  ) : (
    <RecordAnchor to={paths.record(pathOf(meta), id)}>{children}</RecordAnchor>
  );
}

export function RecordAnchor({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link className={styles.link} to={to}>
      {children}
    </Link>
  );
}
