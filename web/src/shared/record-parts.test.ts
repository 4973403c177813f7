import { expect, test } from "vitest";
import { arranged } from "./record-parts";

const layout = {
  hidden: [],
  tabs: ["history", "gone", "timeline"],
  hiddenTabs: ["files"],
  cards: [],
  hiddenCards: ["order.customer"],
  conditional: [],
  watched: [],
};
const name = (item: string) => item;

test("arranges tabs and cards, those that a layout does not know last", () => {
  const tabs = ["timeline", "files", "network", "history"];
  expect(arranged(tabs, name, layout, "tabs")).toEqual(["history", "timeline", "network"]);
  expect(arranged(["value", "order.customer"], name, layout, "cards")).toEqual(["value"]);
  expect(arranged(tabs, name, null, "tabs")).toEqual(tabs);
});
