import { ProjectOutlined, TableOutlined } from "@ant-design/icons";
import { Segmented, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { LAYOUTS, type Layout } from "@/shared/list-state";

type Props = { layout: Layout; onChange: (layout: Layout) => void };

const ICONS = { table: TableOutlined, board: ProjectOutlined };

export function LayoutSwitch({ layout, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Segmented<Layout>
      value={layout}
      aria-label={t("board.layout")}
      options={LAYOUTS.map((value) => {
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
