import { EN } from "./company-en";
import { ZH } from "./company-zh";
import { LANGUAGE } from "./words";

type Planned = {
  subject: string;
  days: number;
  hours?: number;
  priority?: string;
  repeats?: string;
};
type Past = {
  kind: string;
  daysAgo: number;
  subject: string;
  outcome?: string;
  duration?: number;
  direction?: string;
};

/** The people and customers of the pictures; the sales are the demo's own. */
export type Company = {
  administrator: string;
  units: [string, string, string];
  people: { userName: string; displayName: string; role: string; unit: number }[];
  /** Name, city, region and industry of the demo's best customers, in their order. */
  customers: [string, string, string, string][];
  prospects: string[];
  /** Who is probably the first customer, and as whom somebody is about to enter it again. */
  twin: { name: string; begun: string };
  contacts: { name: string; jobTitle: string; buyingRole: string }[];
  activities: Past[];
  mention: string;
  comment: string;
  tasks: Planned[];
  call: string;
  next: string;
  views: [string, string, string];
  fields: { kind: string; zhCN: string; en: string; choices?: string[] }[];
  object: { zhCN: string; en: string; plural: string };
  files: { contract: string; letter: string; list: string };
  letter: string[];
  search: string;
  importFile: { name: string; lines: string[] };
  pasted: string;
};

export const COMPANY: Company = LANGUAGE === "en" ? EN : ZH;
