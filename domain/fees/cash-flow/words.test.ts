import { expect, test } from "vitest";
import en from "@/messages/en/cashflow.json";
import vi from "@/messages/vi/cashflow.json";
import { cashFormulas, cashParts, cashUnknowns } from "./names";

test.each([
  ["vi", vi],
  ["en", en],
])("every formula, part and unknown of a cash-flow has its words in %s, and no others are kept", (_, words) => {
  expect(Object.keys(words.basis.formula).sort()).toEqual([...cashFormulas].sort());
  expect(Object.keys(words.unknown.what).sort()).toEqual([...cashUnknowns].sort());
  expect(Object.keys(words.monthly.part)).toEqual(expect.arrayContaining([...cashParts]));
});
