import { SearchOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Modal } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { pathOf, useMeta } from "@/shared/meta";
import { ObjectIcon } from "@/shared/object-icon";
import { paths } from "@/shared/paths";
import { type Command, useCommands } from "./commands";
import { Highlighted } from "./highlighted";
import styles from "./palette.module.css";
import { recentHits, rememberHit } from "./recent";
import { type Hit, searchOptions } from "./search-queries";

type Props = { open: boolean; onClose: () => void };

/** One box for everything: recent records first, then records and commands while typing. */
export function Palette({ open, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      destroyOnHidden
      width={600}
      title={t("search.title")}
      style={{ top: "12vh" }}
      styles={{ header: { display: "none" }, container: { padding: 0, overflow: "hidden" } }}
    >
      <PaletteBody onClose={onClose} />
    </Modal>
  );
}

type Entry = { key: string; to: string; hit?: Hit } & Partial<Omit<Command, "key" | "to">>;

function PaletteBody({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { objects } = useMeta();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const q = useDeferredValue(text);
  const found = useQuery({ ...searchOptions(q), enabled: q.trim() !== "" && !q.startsWith(">") });
  const commands = useCommands(q);
  const hits = q.trim() === "" ? recentHits() : q.startsWith(">") ? [] : (found.data?.items ?? []);
  const entries: Entry[] = [
    ...hits.flatMap((hit) => {
      const object = objects.find((candidate) => candidate.name === hit.object);
      const to = object === undefined ? undefined : paths.record(pathOf(object), hit.id);
      return to === undefined ? [] : [{ key: hit.id, to, hit }];
    }),
    ...commands,
    ...(hits.length > 0 && q.trim() !== ""
      ? [{ key: "all", to: paths.search(q.trim()), label: t("search.showAll") }]
      : []),
  ];

  function choose(entry: Entry | undefined, inNewTab: boolean) {
    if (entry === undefined) {
      return;
    }
    if (entry.hit !== undefined) {
      rememberHit(entry.hit);
    }
    if (inNewTab) {
      window.open(entry.to, "_blank", "noopener");
    } else {
      navigate(entry.to);
    }
    onClose();
  }

  function press(event: React.KeyboardEvent) {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      setActive((active + step + entries.length) % entries.length);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      choose(entries[active], event.ctrlKey || event.metaKey);
    }
  }

  return (
    <>
      <div className={styles.box}>
        <SearchOutlined aria-hidden="true" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog opens to type in this box
          autoFocus
          value={text}
          role="combobox"
          aria-expanded={entries.length > 0}
          aria-controls="palette-results"
          aria-activedescendant={entries.length > 0 ? `palette-${active}` : undefined}
          aria-label={t("search.hint")}
          placeholder={t("search.hint")}
          onKeyDown={press}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
        />
      </div>
      <div
        id="palette-results"
        role="listbox"
        className={styles.results}
        aria-label={t("search.title")}
      >
        {q.trim() === "" && hits.length > 0 && (
          <div className={styles.heading}>{t("search.recent")}</div>
        )}
        {entries.map((entry, index) => (
          <EntryLine
            key={entry.key}
            id={`palette-${index}`}
            entry={entry}
            isActive={index === active}
            onHover={() => setActive(index)}
            onChoose={(inNewTab) => choose(entry, inNewTab)}
          />
        ))}
        {entries.length === 0 && (
          <p className={styles.empty}>
            {q.trim() === "" ? t("search.start") : found.isFetching ? "" : t("search.nothing")}
          </p>
        )}
      </div>
    </>
  );
}

type LineProps = {
  id: string;
  entry: Entry;
  isActive: boolean;
  onHover: () => void;
  onChoose: (inNewTab: boolean) => void;
};

function EntryLine({ id, entry, isActive, onHover, onChoose }: LineProps) {
  const { objects } = useMeta();
  const object = objects.find((candidate) => candidate.name === entry.hit?.object);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the box above
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the box above
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.entry}
      onMouseMove={onHover}
      onClick={(event) => onChoose(event.ctrlKey || event.metaKey)}
      ref={(element) => {
        if (isActive) {
          element?.scrollIntoView({ block: "nearest" });
        }
      }}
    >
      <ObjectIcon name={entry.icon ?? object?.icon ?? object?.name ?? "command"} />
      <span className={styles.title}>
        {entry.hit === undefined ? (
          entry.label
        ) : (
          <Highlighted text={entry.hit.title} ranges={entry.hit.highlights} />
        )}
      </span>
      <span className={styles.subtitle}>{entry.hit?.subtitle}</span>
      <span className={styles.kind}>{object?.label ?? entry.kind}</span>
    </div>
  );
}
