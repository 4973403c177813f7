import { expect, test } from "vitest";
import { parseBlock } from "./cell-block";

test("reads rows and cells, also empty ones", () => {
  expect(parseBlock("杭州\t12\t\r\n\t7\tx\r\n")).toEqual([
    ["杭州", "12", ""],
    ["", "7", "x"],
  ]);
});

test("reads what a spreadsheet quotes", () => {
  expect(parseBlock('"two\nlines"\t"a ""word"""\nplain\tb')).toEqual([
    ["two\nlines", 'a "word"'],
    ["plain", "b"],
  ]);
});

test("leaves a quote that nobody closes", () => {
  expect(parseBlock('"19 inch\tx\n15\ty')).toEqual([
    ['"19 inch', "x"],
    ["15", "y"],
  ]);
});
