import i18next from "i18next";
import type { Money } from "./records";

const DAY = 86_400_000;
let zone: string | undefined;

/** Times are shown as the clocks of the company go. */
export function showZone(next: string): void {
  zone = next;
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const language = i18next.language ?? "zh-CN";
  const key = language + JSON.stringify(options);
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(language, options);
    formats.set(key, format);
  }
  return format;
}

export function formatNumber(value: number, maximumFractionDigits = 4): string {
  return numberFormat({ maximumFractionDigits }).format(value);
}

/** 万 and 亿 in Chinese, K, M and B in English. */
export function formatCompact(value: number): string {
  return numberFormat({ notation: "compact", maximumSignificantDigits: 4 }).format(value);
}

export function formatPercent(fraction: number, digits = 1): string {
  return numberFormat({ style: "percent", maximumFractionDigits: digits }).format(fraction);
}

export function formatMoney(money: Money, digits = 2): string {
  return currencyFormat(money.currency, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(Number(money.amount));
}

/** One place after the point always, so that amounts below each other line up. */
export function formatCompactMoney(amount: number, currency: string): string {
  return currencyFormat(currency, {
    notation: "compact",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(amount);
}

function currencyFormat(currency: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return numberFormat({
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      ...options,
    });
  } catch {
    return numberFormat(options);
  }
}

export function formatDate(day: string): string {
  return day.slice(0, 10);
}

export function formatInstant(instant: string): string {
  return new Intl.DateTimeFormat("sv-SE", {
    dateStyle: "short",
    timeStyle: "short",
    timeZone: zone,
  }).format(new Date(instant));
}

/** "Today 10:24", "yesterday 16:02", "2 July" or, in another year, the date. */
export function formatMoment(instant: string, now = new Date()): string {
  const date = new Date(instant);
  const language = i18next.language ?? "zh-CN";
  const days = Math.round((dayOf(now) - dayOf(date)) / DAY);
  if (days === 0 || days === 1) {
    const word = new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-days, "day");
    const time = new Intl.DateTimeFormat(language, {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone: zone,
    });
    return `${word} ${time.format(date)}`;
  }
  if (yearOf(date) !== yearOf(now)) {
    return formatDate(formatInstant(date.toISOString()));
  }
  const options = { month: "long", day: "numeric", timeZone: zone } as const;
  return new Intl.DateTimeFormat(language, options).format(date);
}

/** "10:24". */
export function formatTime(instant: string): string {
  return formatInstant(instant).slice(11);
}

/** "Mon", "周一". */
export function formatWeekday(day: string): string {
  const options = { weekday: "short", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(i18next.language ?? "zh-CN", options).format(new Date(day));
}

/** "November 2026". */
export function formatMonth(day: string): string {
  const options = { year: "numeric", month: "long", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(i18next.language ?? "zh-CN", options).format(new Date(day));
}

/** The day so many days after another, both as YYYY-MM-DD. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** The moment at which the clocks of the company show a day and a time. */
export function instantAt(day: string, time: string): string {
  const shown = Date.parse(`${day}T${time}:00Z`);
  let moment = shown;
  for (let step = 0; step < 2; step++) {
    const is = Date.parse(`${formatInstant(new Date(moment).toISOString()).replace(" ", "T")}:00Z`);
    moment += shown - is;
  }
  return new Date(moment).toISOString();
}

/** "today", "yesterday", "2 July, Thursday" or, in another year, the date. */
export function formatDay(day: string, now = new Date()): string {
  const language = i18next.language ?? "zh-CN";
  const days = Math.round(
    (Date.parse(day) - Date.parse(formatInstant(now.toISOString()).slice(0, 10))) / DAY,
  );
  if (Math.abs(days) <= 1) {
    return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(days, "day");
  }
  if (day.slice(0, 4) !== formatInstant(now.toISOString()).slice(0, 4)) {
    return day;
  }
  const options = { month: "long", day: "numeric", weekday: "long", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(language, options).format(new Date(day));
}

/** "tomorrow 10:00", "24 November, Tuesday 10:00". */
export function formatPlan(instant: string, now = new Date()): string {
  return `${formatDay(formatInstant(instant).slice(0, 10), now)} ${formatTime(instant)}`;
}

export function formatDuration(millis: number): string {
  const seconds = millis / 1000;
  const unit = seconds < 60 ? "second" : "minute";
  const value = seconds < 60 ? seconds : seconds / 60;
  return numberFormat({
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

export function formatBytes(bytes: number): string {
  const unit = bytes < 1_000_000 ? "kilobyte" : "megabyte";
  const value = bytes / (unit === "kilobyte" ? 1000 : 1_000_000);
  return numberFormat({ style: "unit", unit, maximumFractionDigits: 1 }).format(value);
}

export function formatList(words: string[], type: "and" | "or" = "or"): string {
  return new Intl.ListFormat(i18next.language ?? "zh-CN", {
    type: type === "or" ? "disjunction" : "conjunction",
    style: "narrow",
  }).format(words);
}

/** Midnight of a moment's day by the clocks of the company, as if it were in UTC. */
function dayOf(date: Date): number {
  return Date.parse(formatInstant(date.toISOString()).slice(0, 10));
}

function yearOf(date: Date): string {
  return formatInstant(date.toISOString()).slice(0, 4);
}

/** A Chinese number without its country, in groups; others as they are kept. */
export function formatPhone(phone: string): string {
  const mobile = /^(?:\+86)?(1\d{2})(\d{4})(\d{4})$/.exec(phone);
  return mobile === null ? phone : mobile.slice(1).join(" ");
}
