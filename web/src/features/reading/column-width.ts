import type { FieldMeta, ObjectMeta } from "@/shared/meta";

/** A width that fits what a field of this kind usually holds. */
export function columnWidth(field: FieldMeta, object: ObjectMeta): number {
  if (field.name === object.titleField) {
    return 240;
  }
  switch (field.kind) {
    case "number":
    case "percent":
    case "yesNo":
      return 100;
    case "choice":
      return 112;
    case "choices":
    case "references":
      return 190;
    case "money":
    case "date":
    case "phone":
      return 132;
    case "instant":
      return 150;
    case "longText":
      return 260;
    case "reference":
      return field.reference === "user" ? 150 : 190;
    default:
      return 150;
  }
}

export const NARROWEST = 56;
export const WIDEST = 800;

/** What is drawn: chosen widths stay, the other columns share the room that is left. */
export function drawnWidths(
  columns: FieldMeta[],
  object: ObjectMeta,
  chosen: Record<string, number>,
  room: number,
): number[] {
  const usual = columns.map((field) => chosen[field.name] ?? columnWidth(field, object));
  const total = usual.reduce((sum, width) => sum + width, 0);
  const flexible = columns.reduce(
    (sum, field, index) => sum + (field.name in chosen ? 0 : (usual[index] ?? 0)),
    0,
  );
  const spare = flexible === 0 ? 0 : Math.max(0, room - total);
  let left = spare;
  return columns.map((field, index) => {
    const width = usual[index] ?? 0;
    const more = field.name in chosen ? 0 : Math.min(left, Math.ceil((spare * width) / flexible));
    left -= more;
    return width + more;
  });
}

export function withinLimits(width: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
}
