import { useQueries, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { pathOf, useMeta, useObjectMeta } from "./meta";
import { pickOptions, type Reference, recordOptions, titleOf } from "./records";
import styles from "./reference-picker.module.css";

type Props = {
  object: string;
  value?: Reference | null;
  onChange?: (value: Reference | null) => void;
  id?: string;
  autoFocus?: boolean;
  placeholder?: string;
  defaultOpen?: boolean;
  "aria-label"?: string;
};

export function ReferencePicker({ object, value, onChange, ...rest }: Props) {
  const picker = usePicker(object, rest.defaultOpen);
  const chosen = value ? [{ value: value.id, label: value.title }] : [];
  const options = merge(chosen, picker.options);
  return (
    <Select
      {...rest}
      allowClear
      className={styles.picker ?? ""}
      showSearch={{ filterOption: false, onSearch: picker.search }}
      loading={picker.isLoading}
      onOpenChange={picker.open}
      value={value?.id ?? null}
      options={options}
      optionRender={(option) => <OptionLine data={option.data} />}
      onChange={(id: string | null) => {
        const option = options.find((candidate) => candidate.value === id);
        onChange?.(option === undefined ? null : { id: option.value, title: option.label });
      }}
    />
  );
}

type SeveralProps = {
  object: string;
  value: Reference[];
  onChange: (value: Reference[]) => void;
  id?: string;
  autoFocus?: boolean;
  "aria-label"?: string;
};

/** Picks several records; those that are chosen keep the titles that they came with. */
export function ReferencesInput({ object, value, onChange, ...rest }: SeveralProps) {
  const picker = usePicker(object);
  const chosen = value.map(({ id, title }) => ({ value: id, label: title }));
  const options = merge(chosen, picker.options);
  return (
    <Select
      {...rest}
      mode="multiple"
      className={styles.picker ?? ""}
      showSearch={{ filterOption: false, onSearch: picker.search }}
      loading={picker.isLoading}
      onOpenChange={picker.open}
      value={chosen.map((option) => option.value)}
      options={options}
      optionRender={(option) => <OptionLine data={option.data} />}
      onChange={(ids: string[]) => {
        const picked = ids.flatMap((id) => options.find((option) => option.value === id) ?? []);
        onChange(picked.map((option) => ({ id: option.value, title: option.label })));
      }}
    />
  );
}

type ManyProps = {
  object: string;
  value: string[];
  onChange: (value: string[]) => void;
  extra?: { value: string; label: string }[];
  autoFocus?: boolean;
  "aria-label": string;
};

export function ReferencesPicker({ object, value, onChange, extra = [], ...rest }: ManyProps) {
  const picker = usePicker(object);
  const titles = useReferenceTitles([{ object, ids: value }]);
  const chosen = value
    .filter((id) => !extra.some((option) => option.value === id))
    .map((id) => ({ value: id, label: titles(object, id) }));
  return (
    <Select
      {...rest}
      mode="multiple"
      className={styles.picker ?? ""}
      showSearch={{ filterOption: false, onSearch: picker.search }}
      loading={picker.isLoading}
      onOpenChange={picker.open}
      value={value}
      options={merge([...extra, ...chosen], picker.options)}
      onChange={onChange}
    />
  );
}

/** Colleagues are chosen by name also by those who see no more of them. */
const BY_NAME: Record<string, string> = { user: "users" };

type Option = { value: string; label: string; subtitle?: string };

function usePicker(object: string, isFirstOpen = false) {
  const meta = useObjectMeta(object);
  const [isOpen, setOpen] = useState(isFirstOpen);
  const [text, setText] = useState("");
  const q = useDeferredValue(text);
  const path = meta === undefined ? BY_NAME[object] : pathOf(meta);
  const found = useQuery({
    ...pickOptions(path ?? "", q),
    enabled: isOpen && path !== undefined,
  });
  const options: Option[] = (found.data?.items ?? []).map(({ id, title, subtitle }) => {
    return { value: id, label: title, ...(subtitle ? { subtitle } : {}) };
  });
  return { options, isLoading: found.isFetching, open: setOpen, search: setText };
}

function merge(first: Option[], second: Option[]): Option[] {
  return [...first, ...second.filter((b) => !first.some((a) => a.value === b.value))];
}

function OptionLine({ data }: { data: Option }) {
  return (
    <span className={styles.option}>
      {data.label}
      {data.subtitle !== undefined && <small>{data.subtitle}</small>}
    </span>
  );
}

/** Names records that are only known by id, such as those in a filter from a link. */
export function useReferenceTitles(wanted: { object: string; ids: string[] }[]) {
  const { objects } = useMeta();
  const pairs = wanted.flatMap(({ object, ids }) => {
    const meta = objects.find((candidate) => candidate.name === object);
    return meta === undefined
      ? []
      : ids.filter((id) => !id.startsWith("@")).map((id) => ({ meta, id }));
  });
  const results = useQueries({
    queries: pairs.map(({ meta, id }) => recordOptions(pathOf(meta), id)),
  });
  return (object: string, id: string): string => {
    const index = pairs.findIndex((pair) => pair.meta.name === object && pair.id === id);
    const record = results[index]?.data;
    const titleField = pairs[index]?.meta.titleField;
    return record === undefined || titleField === undefined ? "…" : titleOf(record, titleField);
  };
}
