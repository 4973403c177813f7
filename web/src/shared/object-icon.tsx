import {
  AppstoreOutlined,
  BankOutlined,
  CalendarOutlined,
  ClusterOutlined,
  ContactsOutlined,
  DeleteOutlined,
  FileTextOutlined,
  FundOutlined,
  ImportOutlined,
  ProfileOutlined,
  SafetyOutlined,
  ShoppingOutlined,
  TeamOutlined,
  UnorderedListOutlined,
} from "@ant-design/icons";

const ICONS: Record<string, typeof BankOutlined> = {
  activity: CalendarOutlined,
  calendar: CalendarOutlined,
  bank: BankOutlined,
  team: BankOutlined,
  building: BankOutlined,
  contact: ContactsOutlined,
  contacts: ContactsOutlined,
  customer: BankOutlined,
  import: ImportOutlined,
  insight: FundOutlined,
  jobs: ProfileOutlined,
  order: ShoppingOutlined,
  orderLine: UnorderedListOutlined,
  product: AppstoreOutlined,
  role: SafetyOutlined,
  trash: DeleteOutlined,
  unit: ClusterOutlined,
  user: TeamOutlined,
};

export function ObjectIcon({ name }: { name: string }) {
  const Icon = ICONS[name] ?? FileTextOutlined;
  return <Icon aria-hidden="true" />;
}
