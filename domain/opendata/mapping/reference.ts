// Markets, programmes and fee rules as open data.
import type { z } from "zod";
import { type Day } from "@/domain/kernel/calendar";
import { markets, programmes } from "@/domain/kernel/catalogue";
import { feeComponents, feeRuleNotes, feeRules, ruleInForce } from "@/domain/fees/rules";
import type { feeRulesAnswer, marketsAnswer } from "../answers/reference";
import type { Links } from "../fields";

type Counts = ReadonlyMap<string, { orders: number; places: number }>;

const programmesOf = (market: string) =>
  programmes
    .filter((programme) => programme.market === market)
    .map(({ code, nameVi, nameEn, localName, senders, approvals, tags, status, facts }) => ({
      ...{ code, nameVi, nameEn, localName, status },
      ...{ senders: [...senders], approvals: [...approvals], tags: [...tags] },
      facts: facts as unknown as Record<string, unknown>,
    }));

export const marketsDetailAnswer = (counts: Counts, links: Links): Omit<z.infer<typeof marketsAnswer>, "notes"> => ({
  markets: markets
    .filter((market) => !market.foreignNoticesOnly)
    .map(({ code, slug, nameVi, nameEn, currency, groups, note }) => ({
      ...{ code, slug, links: links.market(slug), nameVi, nameEn, currency, groups: [...groups], note },
      openOrders: counts.get(code)?.orders ?? 0,
      placesLeft: counts.get(code)?.places ?? 0,
      programmes: programmesOf(code),
    })),
});

export function feeRulesDetailAnswer(filter: {
  on?: Day;
  component?: string;
  market?: string;
}): Omit<z.infer<typeof feeRulesAnswer>, "notes"> {
  const fitting = feeRules.filter(
    (rule) =>
      (!filter.on || ruleInForce(rule, filter.on)) &&
      (!filter.component || rule.component === filter.component) &&
      (!filter.market || rule.market.split("|").includes(filter.market)),
  );
  return {
    asOf: feeRuleNotes.asOf,
    rules: fitting.map(({ facts: _facts, ...rule }) => rule),
    components: feeComponents.map((component) => ({ ...component })),
    assumptions: [...feeRuleNotes.assumptions],
  };
}
