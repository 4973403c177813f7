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
