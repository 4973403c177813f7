import {
  AccountBookOutlined,
  AlignLeftOutlined,
  CalculatorOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  FontSizeOutlined,
  FunctionOutlined,
  GlobalOutlined,
  IdcardOutlined,
  LinkOutlined,
  MailOutlined,
  NodeIndexOutlined,
  NumberOutlined,
  PercentageOutlined,
  PhoneOutlined,
  TagOutlined,
  TagsOutlined,
} from "@ant-design/icons";
import type { Shape } from "./field-shape";

const ICONS: Record<Shape, typeof LinkOutlined> = {
  text: FontSizeOutlined,
  longText: AlignLeftOutlined,
  choice: TagOutlined,
  choices: TagsOutlined,
  reference: LinkOutlined,
  references: NodeIndexOutlined,
  number: NumberOutlined,
  money: AccountBookOutlined,
  percent: PercentageOutlined,
  date: CalendarOutlined,
  instant: ClockCircleOutlined,
  yesNo: CheckSquareOutlined,
  phone: PhoneOutlined,
  email: MailOutlined,
  url: GlobalOutlined,
  creditCode: IdcardOutlined,
  formula: FunctionOutlined,
  rollUp: CalculatorOutlined,
};

export function KindIcon({ kind }: { kind: Shape }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden="true" />;
}
