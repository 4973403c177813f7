import { describe, expect, it } from "vitest";
import type { FieldMeta, ObjectMeta } from "@/shared/meta";
import { askedOf, bodyOf, wordsOf } from "./composer-kinds";

const field = (name: string, readOnly = false) =>
  ({ name, kind: "text", label: name, required: false, readOnly, sortable: true }) as FieldMeta;
const activity = {
  titleField: "subject",
  fields: ["dueAt", "priority", "repeats", "repeatsEvery", "repeatsUntil", "contact"].map((name) =>
    field(name, name === "priority"),
  ),
} as ObjectMeta;

describe("what the composer asks for", () => {
  it("follows the kind and leaves out what nobody may write", () => {
    expect(askedOf(activity, "task", {}).map(({ name }) => name)).toEqual(["dueAt", "repeats"]);
    expect(askedOf(activity, "note", {})).toEqual([]);
  });

  it("asks how long something repeats itself once it does", () => {
    const names = askedOf(activity, "task", { repeats: "daily" }).map(({ name }) => name);
    expect(names.slice(-2)).toEqual(["repeatsEvery", "repeatsUntil"]);
  });

  it("sends nothing that belongs to another kind", () => {
    const details = { contact: { id: "c" }, dueAt: "2026-01-01T00:00:00Z", repeats: null };
    expect(bodyOf(askedOf(activity, "task", details), details)).toEqual({ dueAt: details.dueAt });
  });

  it("takes the first line as subject", () => {
    expect(wordsOf(activity, " 到货了 \n明天再打")).toEqual({
      subject: "到货了 ",
      body: "到货了 \n明天再打",
    });
    expect(wordsOf(activity, "short")).toEqual({ subject: "short" });
  });
});
