import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maxAskedLines } from "@/domain/fees/schema";
import { type Params, askedQuestion } from "./question";

const japan = { market: "JP", programme: "JP_TTS", contract_months: "36", wage: "180.000", currency: "JPY" };
const first = {
  "called-1": "service",
  "amount-1": "25 triệu",
  "when-1": "after_contract",
  "to-1": "company",
  rows: "1",
};

describe("what stands in the address", () => {
  test("is asked as it was meant", () => {
    const { body, errors, leftOut } = askedQuestion({ ...japan, ...first });
    expect([errors, leftOut]).toEqual([{}, []]);
    expect(body).toMatchObject({
      ...{ market: "JP", programme: "JP_TTS", contract_months: 36, wage: 180_000, currency: "JPY" },
      lines: [{ called: "service", amount: 25_000_000, currency: "VND", when: "after_contract", to: "company" }],
    });
  });

  test("one more line is added and nothing typed is lost", () => {
    const { rows, job, body } = askedQuestion({ ...japan, ...first, more: "1" });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ called: "service", amount: "25 triệu", to: "company" });
    expect(job).toMatchObject(japan);
    expect(body).toBeNull();
  });

  test("lines end at the most there may be", () => {
    expect(askedQuestion({ ...japan, rows: "999", more: "1" }).rows).toHaveLength(maxAskedLines);
  });

  test("an empty line between two is passed over, and each keeps its number", () => {
    const { body, errors } = askedQuestion({ ...japan, ...first, "called-3": "seat", "amount-3": "abc", rows: "3" });
    expect(body).toBeNull();
    expect(errors).toEqual({ "amount-3": { code: "number" } });
  });

  test("a choice nobody offered is left out and said", () => {
    const { body, leftOut } = askedQuestion({
      ...japan,
      ...first,
      programme: "KR_E7",
      occupation: "wizard",
      "to-1": "moon",
    });
    expect(leftOut).toEqual([
      { field: "programme", value: "KR_E7" },
      { field: "occupation", value: "wizard" },
      { field: "to", value: "moon", row: 1 },
    ]);
    expect(body).toMatchObject({ market: "JP", lines: [{ to: "unknown" }] });
    expect(body?.programme).toBeUndefined();
  });

  test("25 is not 25 million: asked back, not guessed", () => {
    expect(askedQuestion({ ...japan, ...first, "amount-1": "25" }).errors).toEqual({
      "amount-1": { code: "small", value: "25" },
    });
  });

  test("an amount without a name, and nothing at all, are asked back", () => {
    expect(askedQuestion({ ...japan, "amount-1": "5tr", rows: "1" }).errors).toEqual({
      "called-1": { code: "called" },
    });
    expect(askedQuestion({ ...japan, rows: "1" }).errors).toEqual({ "called-1": { code: "nothing" } });
    expect(askedQuestion(japan).errors).toEqual({});
  });

  test("an order fills in what was not typed, and yields to what was", () => {
    const order = { market: "TW", wage: "28000", contract_months: "36" };
    expect(askedQuestion({ o: "TW-000001" }, order).job).toMatchObject(order);
    expect(askedQuestion({ o: "TW-000001", wage: "" }, order).job).toMatchObject({ market: "TW", wage: "" });
  });

  test("whatever is sent, there is a question and no exception", () => {
    const names = [
      ...Object.keys(japan),
      ...Object.keys(first),
      "o",
      "more",
      "foreign_paid",
      "completed_tts",
      "money-1",
    ];
    const evil = fc.oneof(
      fc.constantFrom(
        "\0",
        "💰",
        "\ud83d",
        "a".repeat(10_000),
        "9".repeat(10_000),
        "1e999",
        "-1",
        "__proto__",
        "<script>",
      ),
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.array(fc.string(), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), evil), (params) => {
        const { rows, job } = askedQuestion({ ...japan, ...first, ...(params as Params) });
        expect(rows.length).toBeLessThanOrEqual(maxAskedLines);
        for (const value of [...Object.values(job), ...rows.flatMap((row) => Object.values(row))])
          expect(value.length).toBeLessThanOrEqual(240);
      }),
      { numRuns: 40 },
    );
  });
});
