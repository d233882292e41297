// The rules on fees with their articles.
import { endpoint } from "@/app/_http/endpoint";
import { feeRulesFound } from "@/domain/opendata/rules";
import { endpoints } from "@/domain/opendata/schema";
import type { Day } from "@/domain/kernel/calendar";

export const { GET, HEAD, POST, OPTIONS, PUT, PATCH, DELETE } = endpoint(
  endpoints.feeRules,
  ({ query }) => feeRulesFound({ ...query, on: query.on as Day | undefined }),
  { keep: 300 },
);
