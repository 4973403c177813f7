import { App, Button } from "antd";
import { createElement, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRefresh, useUpdateRecord } from "@/features/writing";
import { announce } from "@/shared/announce";
import { formatInstant, formatTime, instantAt } from "@/shared/format";
import type { FieldMeta } from "@/shared/meta";
import { fieldValue, type RecordData } from "@/shared/records";
import type { DayContent, Placed } from "./use-days";

/** To which day, and where somebody says so at which time and for how many minutes. */
export type Target = { day: string; time?: string; length?: { field: string; minutes: number } };
export type MoveTo = (placed: Placed, to: Target) => void;
type Move = Placed & { to: string };
type Saving = Promise<RecordData | undefined>;

/**
 * Records stand where they were put at once; where the server says no, they go back. For a moment
 * each move can be taken back.
 */
export function useDayMoves(path: string) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [moves, setMoves] = useState<Move[]>([]);
  const underWay = useRef(new Map<string, Saving>());
  const update = useUpdateRecord(path);
  const refresh = useRefresh();

  async function write({ record, field }: Placed, body: Record<string, unknown>, to: string) {
    const mine: Move = { record: { ...record, ...body }, field, to };
    setMoves((known) => [...known.filter((other) => other.record.id !== record.id), mine]);
    const saving = save(record, body, underWay.current.get(record.id));
    underWay.current.set(record.id, saving);
    const written = await saving;
    await refresh(path);
    if (underWay.current.get(record.id) === saving) {
      underWay.current.delete(record.id);
    }
    setMoves((known) => known.filter((other) => other !== mine));
    return written;
  }

  /** One after the other: a move follows what the one before it has written. */
  async function save(record: RecordData, body: Record<string, unknown>, earlier?: Saving) {
    const last = await earlier;
    try {
      const version = last?.version ?? record.version;
      return await update.mutateAsync({ record: { ...record, version }, body });
    } catch (error) {
      announce(error);
      return undefined;
    }
  }

  async function move(placed: Placed, to: Target) {
    const { record, field } = placed;
    const body = bodyOf(placed, to);
    const before = Object.fromEntries(
      Object.keys(body).map((name) => [name, fieldValue(record, name) ?? null]),
    );
    const written = await write(placed, body, to.day);
    if (written === undefined) {
      return;
    }
    const key = `moved ${record.id}`;
    const undo = () => {
      message.destroy(key);
      const back = { record: { ...record, ...body, version: written.version }, field };
      write(back, before, dayOf(field, before[field.name]));
    };
    const button = createElement(
      Button,
      { type: "link", size: "small", onClick: undo },
      t("calendar.undo"),
    );
    message.success({ key, duration: 10, content: [t("calendar.moved"), button] });
  }

  return { move, shown: (content: Map<string, DayContent>) => withMoves(content, moves) };
}

function bodyOf({ record, field }: Placed, { day, time, length }: Target) {
  return {
    [field.name]: valueOn(field, fieldValue(record, field.name), day, time),
    ...(length === undefined ? {} : { [length.field]: length.minutes }),
  };
}

function dayOf(field: FieldMeta, value: unknown): string {
  const text = String(value);
  return (field.kind === "instant" ? formatInstant(text) : text).slice(0, 10);
}

/** A moment keeps its time of the day unless there is another. */
export function valueOn(field: FieldMeta, value: unknown, day: string, time?: string): string {
  const isMoment = field.kind === "instant" && typeof value === "string";
  return isMoment ? instantAt(day, time ?? formatTime(value)) : day;
}

/** The days as they will be when the server has agreed. */
export function withMoves(content: Map<string, DayContent>, moves: Move[]) {
  const isGone = ({ record }: Placed) => moves.some((move) => move.record.id === record.id);
  return new Map(
    [...content].map(([day, { items, total }]) => {
      const kept = items.filter((item) => !isGone(item));
      const come = moves.filter(({ to }) => to === day);
      return [
        day,
        { items: [...kept, ...come], total: total - (items.length - kept.length) + come.length },
      ];
    }),
  );
}
