import { boardFieldsOf, LayoutSwitch } from "@/features/board";
import { GroupChooser, type Grouping } from "@/features/grouping";
import type { Layout, ListState } from "@/shared/list-state";
import { useIsPhone } from "@/shared/media";
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
  onChange: (change: Partial<ListState>) => void;
};

/** Which records of the list are shown, and how. */
export function ListTools({ object, columns, state, board, onChange }: Props) {
  const isPhone = useIsPhone();
  const quick = state.quick ?? usualQuickFields(object);
  const boardFields = boardFieldsOf(object);

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
        {board === undefined ? (
          !isPhone && (
            <GroupChooser
              object={object}
              by={state.by}
              onChange={(by) => onChange({ by, folded: [] })}
            />
          )
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
        {boardFields.length > 0 && <LayoutSwitch layout={state.layout} onChange={drawAs} />}
      </div>
    </div>
  );
}
