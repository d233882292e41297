// What open and past orders ask, many at once.
import { endpoint } from "@/app/_http/endpoint";
import { Problem } from "@/app/_http/problem";
import { agencyProfile } from "@/domain/licences/queries";
import { feeStatisticsFound } from "@/domain/opendata/rules";
import { endpoints } from "@/domain/opendata/schema";
import { statisticsOf, statisticsState } from "@/domain/statistics/queries";
import { isKept } from "@/domain/statistics/rules";

export const { GET, HEAD, POST, OPTIONS, PUT, PATCH, DELETE } = endpoint(
  endpoints.feeStatistics,
  async ({ query }) => {
    const { agency, market, programme, occupation, measure } = query;
    const group = { market, programme, occupation };
    const kept = isKept({ ...group, agencyId: agency });
    if (!kept)
      throw new Problem("bad-request", {
        detail:
          "Figures are kept of all orders, of one market, programme, occupation or agency, and of a market with one of the others.",
      });
    const profile = agency === undefined ? undefined : await agencyProfile(agency);
    if (profile === null) throw new Problem("not-found", { detail: "No agency has this key; see /api/v1/agencies." });
    const asked = { ...group, agencyId: profile?.dossier.id };
    const [state, open, months] = await Promise.all([
      statisticsState(),
      statisticsOf(asked, { period: "open", measure }),
      statisticsOf(asked, { period: "months", measure }),
    ]);
    return feeStatisticsFound({ ...group, agency }, state, open, months);
  },
  { keep: 60 },
);
