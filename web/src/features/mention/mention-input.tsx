import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { Mentions } from "antd";
import { type KeyboardEvent, useState } from "react";
import { get } from "@/shared/http";
import { recordKeys } from "@/shared/records";

type Props = {
  /** The record to which the text belongs: only those can be named who see it. */
  path: string;
  id: string;
  value: string;
  label: string;
  rows: { minRows: number; maxRows: number };
  isBare?: boolean;
  autoFocus?: boolean;
  onChange: (text: string) => void;
  onFocus?: () => void;
  /** Ctrl+Enter, where there is something to send. */
  onSend: () => void;
};

type Reader = { id: string; title: string };

function readersOptions(path: string, id: string, q: string) {
  return queryOptions({
    queryKey: [...recordKeys.one(path, id), "readers", q],
    queryFn: ({ signal }) => get<{ items: Reader[] }>(`/api/${path}/${id}/readers`, { q }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** A text in which an at sign names colleagues. */
export function MentionInput(props: Props) {
  const {
    path,
    id,
    value,
    label,
    rows,
    isBare = false,
    onChange,
    onFocus,
    onSend,
    ...rest
  } = props;
  const [search, setSearch] = useState<string>();
  const people = useQuery({
    ...readersOptions(path, id, search ?? ""),
    enabled: search !== undefined,
  });

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && value.trim() !== "") {
      onSend();
    }
  }

  return (
    <Mentions
      {...rest}
      {...(onFocus === undefined ? {} : { onFocus })}
      variant={isBare ? "borderless" : "outlined"}
      autoSize={rows}
      value={value}
      placeholder={label}
      aria-label={label}
      filterOption={false}
      loading={people.isFetching}
      options={(people.data?.items ?? []).map((person) => ({
        key: person.id,
        value: person.title,
        label: person.title,
      }))}
      onSearch={setSearch}
      onChange={onChange}
      onKeyDown={press}
    />
  );
}
