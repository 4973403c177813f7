import { useTranslation } from "react-i18next";
import { ToneTag } from "@/shared/tone-tag";

const REASONS = [
  "name",
  "nameWithin",
  "sound",
  "similarName",
  "unique",
  "creditCode",
  "phone",
  "email",
  "domain",
  "place",
] as const;

/** What two records have in common. */
export function Reasons({ reasons }: { reasons: string[] }) {
  const { t } = useTranslation();
  return REASONS.filter((reason) => reasons.includes(reason)).map((reason) => (
    <ToneTag key={reason} tone="neutral">
      {t(`duplicate.reason.${reason}`)}
    </ToneTag>
  ));
}
