// Markets and programmes, with the open orders of each.
import { endpoint } from "@/app/_http/endpoint";
import { links } from "@/app/_http/links";
import { marketsFound } from "@/domain/opendata/queries";
import { endpoints } from "@/domain/opendata/schema";

export const { GET, HEAD, POST, OPTIONS, PUT, PATCH, DELETE } = endpoint(endpoints.markets, () => marketsFound(links), {
  keep: 60,
});
