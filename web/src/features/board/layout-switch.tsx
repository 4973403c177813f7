import { CalendarOutlined, ProjectOutlined, TableOutlined } from "@ant-design/icons";
import { Segmented, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import type { Layout } from "@/shared/list-state";

type Props = { layout: Layout; layouts: Layout[]; onChange: (layout: Layout) => void };

const ICONS = { table: TableOutlined, board: ProjectOutlined, calendar: CalendarOutlined };

export function LayoutSwitch({ layout, layouts, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Segmented<Layout>
      value={layout}
      aria-label={t("board.layout")}
      options={layouts.map((value) => {
        const Icon = ICONS[value];
        return {
          value,
          label: (
            <Tooltip title={t(`board.layoutOf.${value}`)}>
              <Icon aria-label={t(`board.layoutOf.${value}`)} />
            </Tooltip>
          ),
        };
      })}
      onChange={onChange}
    />
  );
}
