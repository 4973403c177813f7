import { boardFieldsOf, LayoutSwitch } from "@/features/board";
import { calendarFieldsOf, DateChooser } from "@/features/calendar";
import { GroupChooser, type Grouping } from "@/features/grouping";
import { LAYOUTS, type Layout, type ListState } from "@/shared/list-state";
import type { FieldMeta, ObjectMeta } from "@/shared/meta";
import { ColumnChooser } from "./column-chooser";
import { FilterBar } from "./filter-bar";
import styles from "./list-page.module.css";
import { toggledQuick, usualQuickFields } from "./quick-fields";
import { QuickSearch } from "./quick-search";

type Props = {
  object: ObjectMeta;
  columns: FieldMeta[];
  state: ListState;
  board: Grouping | undefined;
  calendar: FieldMeta | undefined;
  onChange: (change: Partial<ListState>) => void;
};

/** Which records of the list are shown, and how. */
export function ListTools({ object, columns, state, board, calendar, onChange }: Props) {
  const quick = state.quick ?? usualQuickFields(object);
  const boardFields = boardFieldsOf(object);
  const dates = calendarFieldsOf(object);
  const layouts = LAYOUTS.filter(
    (layout) =>
      layout === "table" || (layout === "board" ? boardFields.length > 0 : dates.length > 0),
  );

  function drawAs(layout: Layout) {
    onChange({ layout, by: undefined, folded: [], hidden: [] });
  }

  return (
    <div className={styles.tools}>
      <FilterBar
        object={object}
        filter={state.filter}
        quick={{
          names: quick,
          toggle: (name) => onChange({ quick: toggledQuick(quick, name) }),
        }}
        onChange={(filter) => onChange({ filter })}
      />
      <div className={styles.toolsEnd}>
        <QuickSearch value={state.q} onChange={(q) => onChange({ q })} />
        {calendar !== undefined ? (
          <DateChooser field={calendar} fields={dates} onChange={(by) => onChange({ by })} />
        ) : board === undefined ? (
          <GroupChooser
            object={object}
            by={state.by}
            onChange={(by) => onChange({ by, folded: [] })}
          />
        ) : (
          <GroupChooser
            object={object}
            by={board.by}
            only={boardFields}
            onChange={(by) => onChange({ by, folded: [], hidden: [] })}
          />
        )}
        <ColumnChooser
          object={object}
          columns={columns.map((column) => column.name)}
          onChange={(next) => onChange({ columns: next })}
        />
        {layouts.length > 1 && (
          <LayoutSwitch layout={state.layout} layouts={layouts} onChange={drawAs} />
        )}
      </div>
    </div>
  );
}
