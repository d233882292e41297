import { expect, test } from "vitest";
import en from "@/messages/en/fees.json";
import vi from "@/messages/vi/fees.json";
import { minimumConditions } from "./minimums";
import { allRules, feeComponents } from "./reference";
import { ceilingAnswer, dueMoments, payees, payers, refundables } from "./schema";
import { feeConditions } from "./sheet";

const needed: Record<string, readonly string[]> = {
  component: feeComponents.map((component) => component.code),
  legalClass: feeComponents.map((component) => component.legalClass),
  payer: payers,
  payee: payees,
  due: dueMoments,
  refundable: refundables,
  verdict: ceilingAnswer.shape.verdict.options,
  finding: feeConditions,
  minimum: minimumConditions,
  severity: ["breach", "unknown", "unverified"],
  met: ["met", "unmet", "unknown"],
  assumption: ["part_year", "clamped", "basic_wage", "foreign_paid", "same_enterprise"],
  rule: allRules.map((rule) => rule.id),
  condition: allRules.filter((rule) => rule.condition).map((rule) => rule.id),
};

test.each([
  ["vi", vi],
  ["en", en],
])("every code of fees has its words in %s", (_, words: Record<string, Record<string, string>>) => {
  for (const [group, codes] of Object.entries(needed))
    for (const code of codes) expect(words[group]?.[code], `${group}.${code}`).toBeTruthy();
});

test("both languages say the same things", () => {
  const keys = (words: Record<string, Record<string, string>>) =>
    Object.entries(words).flatMap(([group, entries]) => Object.keys(entries).map((key) => `${group}.${key}`));
  expect(keys(en)).toEqual(keys(vi));
});
