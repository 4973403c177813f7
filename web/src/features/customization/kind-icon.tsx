import {
  AccountBookOutlined,
  AlignLeftOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  FontSizeOutlined,
  GlobalOutlined,
  LinkOutlined,
  MailOutlined,
  NumberOutlined,
  PercentageOutlined,
  PhoneOutlined,
  TagsOutlined,
} from "@ant-design/icons";
import type { FieldKind } from "@/shared/meta";

const ICONS: Record<FieldKind, typeof LinkOutlined> = {
  text: FontSizeOutlined,
  longText: AlignLeftOutlined,
  choice: TagsOutlined,
  reference: LinkOutlined,
  number: NumberOutlined,
  money: AccountBookOutlined,
  percent: PercentageOutlined,
  date: CalendarOutlined,
  instant: ClockCircleOutlined,
  yesNo: CheckSquareOutlined,
  phone: PhoneOutlined,
  email: MailOutlined,
  url: GlobalOutlined,
};

export function KindIcon({ kind }: { kind: FieldKind }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden="true" />;
}
