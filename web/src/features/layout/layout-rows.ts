import type { FilterNode } from "@/shared/filter";
import { moved } from "@/shared/order";
import type { LayoutSection, LayoutState } from "./layout-queries";

/** One row of the editor: the head of a section, or a field in the section above it. */
export type Row =
  | { kind: "section"; key: string; section: LayoutSection }
  | { kind: "field"; key: string; name: string }
  | { kind: "hidden"; key: "hidden" };

/** Sections and their fields below each other, and at the end what is hidden. */
export function rowsOf(state: LayoutState): Row[] {
  const field = (name: string): Row => ({ kind: "field", key: `field ${name}`, name });
  return [
    ...state.sections.flatMap((section): Row[] => [
      { kind: "section", key: `section ${section.id}`, section },
      ...section.fields.map(field),
    ]),
    { kind: "hidden", key: "hidden" },
    ...state.hidden.map(field),
  ];
}

/** The same with a row at another place; a section takes its fields along. */
export function movedRow(
  state: LayoutState,
  from: number,
  to: number,
  isRequired: (name: string) => boolean,
): LayoutState {
  const rows = rowsOf(state);
  const row = rows[from];
  if (row?.kind === "section") {
    const at = state.sections.indexOf(row.section);
    return { ...state, sections: moved(state.sections, at, sectionAt(rows, from, to)) };
  }
  if (row?.kind !== "field") {
    return state;
  }
  const next = stateOf(state, moved(rows, from, Math.max(1, to)));
  return next.hidden.includes(row.name) && isRequired(row.name) ? state : next;
}

/** Which place among the sections a row stands for; one step is one section. */
function sectionAt(rows: Row[], from: number, to: number): number {
  const heads = rows.flatMap((row, index) => (row.kind === "section" ? [index] : []));
  const at = heads.indexOf(from);
  const last = heads.length - 1;
  if (Math.abs(to - from) === 1) {
    return Math.min(last, Math.max(0, at + to - from));
  }
  const above = heads.filter((head) => head <= to).length - 1;
  return Math.min(last, Math.max(0, above));
}

function stateOf(state: LayoutState, rows: Row[]): LayoutState {
  const sections: LayoutSection[] = [];
  const hidden: string[] = [];
  let isHidden = false;
  for (const row of rows) {
    if (row.kind === "section") {
      sections.push({ ...row.section, fields: [] });
    } else if (row.kind === "hidden") {
      isHidden = true;
    } else if (isHidden) {
      hidden.push(row.name);
    } else {
      sections.at(-1)?.fields.push(row.name);
    }
  }
  return { ...state, sections, hidden };
}

/** What is not placed anywhere stands at the end of the last section, as pages show it. */
export function complete(state: LayoutState, names: string[]): LayoutState {
  const known = (name: string) => names.includes(name);
  const placed = [...state.sections.flatMap((section) => section.fields), ...state.hidden];
  const others = names.filter((name) => !placed.includes(name));
  const last = state.sections.length - 1;
  return {
    ...state,
    hidden: state.hidden.filter(known),
    conditions: Object.fromEntries(
      Object.entries(state.conditions).filter(([name]) => known(name)),
    ),
    sections: state.sections.map((section, index) => ({
      ...section,
      fields: [...section.fields.filter(known), ...(index === last ? others : [])],
    })),
  };
}

/** Without a section; its fields go to the one before it, or after it if it is the first. */
export function withoutSection(state: LayoutState, id: string): LayoutState {
  const at = state.sections.findIndex((section) => section.id === id);
  const gone = state.sections[at];
  if (gone === undefined || state.sections.length === 1) {
    return state;
  }
  const heir = state.sections[at === 0 ? 1 : at - 1];
  const sections = state.sections
    .filter((section) => section !== gone)
    .map((section) =>
      section === heir ? { ...section, fields: [...section.fields, ...gone.fields] } : section,
    );
  return { ...state, sections };
}

/** With a condition for a field, or without one. */
export function withCondition(
  state: LayoutState,
  name: string,
  when: FilterNode | undefined,
): LayoutState {
  const { [name]: _, ...others } = state.conditions;
  return { ...state, conditions: when === undefined ? others : { ...others, [name]: when } };
}

export function withSection(state: LayoutState, section: LayoutSection): LayoutState {
  const isKnown = state.sections.some(({ id }) => id === section.id);
  const sections = isKnown
    ? state.sections.map((old) => (old.id === section.id ? section : old))
    : [...state.sections, section];
  return { ...state, sections };
}
