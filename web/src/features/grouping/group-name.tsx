import { Avatar } from "@/shared/avatar";
import { choiceMark } from "@/shared/choice-tone";
import { ToneTag } from "@/shared/tone-tag";
import type { GroupValue } from "./group-queries";
import { type Grouping, groupWords } from "./group-values";

type Props = { grouping: Grouping; value: GroupValue };

/** The value that the records of a group have in common, with its colour or face. */
export function GroupName({ grouping, value }: Props) {
  const words = groupWords(grouping, value);
  const { field } = grouping;
  const mark = field.kind === "choice" ? choiceMark(field, value, "header") : undefined;
  if (mark !== undefined) {
    return <ToneTag tone={mark.tone}>{words}</ToneTag>;
  }
  if (field.reference === "user" && value !== null) {
    return (
      <>
        <Avatar name={words} /> {words}
      </>
    );
  }
  return words;
}
