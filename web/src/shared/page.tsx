import { Skeleton, Typography } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./page.module.css";

type Props = { title: ReactNode; subtitle?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A page that scrolls: title with what belongs to it on the left, actions on the right, content. */
export function Page({ title, subtitle, actions, children }: Props) {
  return (
    <div className={styles.page}>
      <PageHead title={title} subtitle={subtitle} actions={actions} />
      {children}
    </div>
  );
}

export function PageHead({ title, subtitle, actions }: Omit<Props, "children">) {
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{title}</h1>
      {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

export function Panel({ title, extra, children }: PanelProps) {
  return (
    <section className={styles.panel}>
      {(title !== undefined || extra !== undefined) && (
        <header className={styles.panelHead}>
          <h2>{title}</h2>
          {extra}
        </header>
      )}
      {children}
    </section>
  );
}

type PanelProps = { title?: ReactNode; extra?: ReactNode; children: ReactNode };

export function PageSkeleton() {
  return (
    <div className={styles.page}>
      <Skeleton active title={{ width: 180 }} paragraph={{ rows: 8 }} />
    </div>
  );
}

export function EmptyText({ children }: { children: ReactNode }) {
  return <Typography.Text type="secondary">{children}</Typography.Text>;
}

/** Names a column of buttons for those who cannot see them. */
export function HiddenTitle() {
  const { t } = useTranslation();
  return <span className="visually-hidden">{t("shared.actions")}</span>;
}
