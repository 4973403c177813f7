import type { Api } from "./api";

type Scope = "none" | "own" | "unit" | "subtree" | "all";
type Person = {
  userName: string;
  displayName: string;
  unit?: string;
  read: Scope;
  changes: boolean;
  changesCity: boolean;
  hidesPhone: boolean;
  /** The codes of the customers that this person sees, worked out by hand. */
  sees: string;
};

export const MARK = "ten people";

const UNITS: Record<string, string | undefined> = {
  head: undefined,
  east: "head",
  hangzhou: "east",
  south: "head",
};

/** Who sells to whom: the unit and the owner of each customer. */
const PLACES: Record<string, { name: string; unit: string; owner?: string }> = {
  1: { name: "西湖茶庄", unit: "hangzhou", owner: "wang.fang" },
  2: { name: "钱江电子", unit: "hangzhou", owner: "li.na" },
  3: { name: "苏州丝厂", unit: "east", owner: "zhao.lei" },
  4: { name: "岭南药业", unit: "south", owner: "huang.min" },
  5: { name: "珠江船厂", unit: "south" },
  6: { name: "集团采购", unit: "head", owner: "chen.dong" },
  7: { name: "远方客栈", unit: "south", owner: "wang.fang" },
};

export const CUSTOMERS: Record<string, string> = Object.fromEntries(
  Object.entries(PLACES).map(([code, { name }]) => [code, name]),
);

const free = { changes: true, changesCity: true, hidesPhone: false };
const reader = { changes: false, changesCity: false, hidesPhone: true };

export const PEOPLE: Person[] = [
  {
    ...free,
    userName: "chen.dong",
    displayName: "陈东",
    unit: "head",
    read: "all",
    sees: "1234567",
  },
  { ...free, userName: "sun.li", displayName: "孙丽", unit: "east", read: "subtree", sees: "123" },
  {
    ...free,
    userName: "wu.gang",
    displayName: "吴刚",
    unit: "south",
    read: "subtree",
    hidesPhone: true,
    sees: "457",
  },
  { ...free, userName: "lin.hua", displayName: "林华", unit: "hangzhou", read: "unit", sees: "12" },
  {
    ...free,
    userName: "zhao.lei",
    displayName: "赵雷",
    unit: "east",
    read: "unit",
    changesCity: false,
    sees: "3",
  },
  {
    ...free,
    userName: "wang.fang",
    displayName: "王芳",
    unit: "hangzhou",
    read: "own",
    sees: "17",
  },
  {
    ...free,
    userName: "li.na",
    displayName: "李娜",
    unit: "hangzhou",
    read: "own",
    hidesPhone: true,
    sees: "2",
  },
  {
    ...free,
    userName: "huang.min",
    displayName: "黄敏",
    unit: "south",
    read: "own",
    changesCity: false,
    sees: "4",
  },
  { ...reader, userName: "auditor", displayName: "Ada Auditor", read: "all", sees: "1234567" },
  { ...reader, userName: "store", displayName: "Sam Store", unit: "head", read: "none", sees: "" },
];

/** Makes units, people with a role each, and their customers; gives the ids of the customers. */
export async function addCompany(admin: Api, city: string): Promise<Map<string, string>> {
  const units = new Map<string, string>();
  for (const [code, parent] of Object.entries(UNITS)) {
    const above = parent === undefined ? {} : { parent: { id: units.get(parent) } };
    units.set(code, (await admin.create("units", { code, name: `部门 ${code}`, ...above })).id);
  }
  const users = new Map<string, string>();
  for (const person of PEOPLE) {
    const { userName, displayName, unit } = person;
    const place = unit === undefined ? {} : { unit: { id: units.get(unit) } };
    const role = await addRole(admin, person);
    users.set(userName, (await admin.addUser({ userName, displayName, ...place }, [role])).id);
  }
  const ids = new Map<string, string>();
  for (const [code, { name, unit, owner }] of Object.entries(PLACES)) {
    const created = await admin.create("customers", {
      code: `P${code}`,
      name,
      city,
      source: MARK,
      phone: `1380000000${code}`,
      unit: { id: units.get(unit) },
      owner: owner === undefined ? null : { id: users.get(owner) },
    });
    ids.set(code, created.id);
  }
  return ids;
}

async function addRole(admin: Api, person: Person): Promise<string> {
  const role = await admin.create("roles", { code: person.userName, name: person.displayName });
  const customers = {
    object: "customer",
    read: person.read,
    create: false,
    update: person.changes ? person.read : "none",
    delete: "none",
    import: false,
    export: false,
  };
  const limit = (field: string, access: string) => ({ object: "customer", field, access });
  await admin.put(`/api/roles/${role.id}/rights`, {
    administrator: false,
    permissions: [],
    objects: person.read === "none" ? [] : [customers],
    fields: [
      ...(person.hidesPhone ? [limit("phone", "hidden")] : []),
      ...(person.changesCity ? [] : [limit("city", "readOnly")]),
    ],
  });
  return role.id;
}
