// Filters of the list as they stand in an address; values nobody knows are dropped, and named.
import { oneOf } from "@/app/_http/typed";
import { cleanText } from "@/domain/kernel/text";
import type { AgencyAsked } from "@/components/licences/agency-filters";
import { markets } from "@/domain/kernel/catalogue";
import { verdictCodes } from "@/domain/licences/rules";
import { provinceOf } from "@/domain/localities/rules";

type Params = Record<string, string | string[] | undefined>;

export function agenciesAsked(params: Params): { asked: AgencyAsked; page: number; dropped: string[] } {
  const given = {
    status: oneOf(params, "status"),
    market: oneOf(params, "market"),
    province: oneOf(params, "province"),
  };
  const kept = {
    status: verdictCodes.find((code) => code === given.status) ?? "",
    market: markets.find((market) => market.code === given.market.toUpperCase())?.code ?? "",
    province: provinceOf(given.province)?.id ?? "",
  };
  const dropped = (["status", "market", "province"] as const).filter((name) => given[name] !== "" && kept[name] === "");
  const page = Number(oneOf(params, "page"));
  return {
    asked: { q: cleanText(oneOf(params, "q"), 200), ...kept },
    page: Number.isSafeInteger(page) && page > 0 && page < 100_000 ? page : 1,
    dropped,
  };
}
