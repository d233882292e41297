// Open orders, found as on the page, or walked to the last record.
import { endpoint } from "@/app/_http/endpoint";
import { absolute, links } from "@/app/_http/links";
import { Problem } from "@/app/_http/problem";
import { ordersFound, ordersWalked } from "@/domain/opendata/queries";
import { readCursor } from "@/domain/opendata/rules";
import { endpoints } from "@/domain/opendata/schema";
import { parseOrderSearch, searchParameters } from "@/domain/search/schema";

/** Read by the page's own parser, so that page and API understand the same. */
const { q: _q, facets: _facets, pageSize: _pageSize, cursor: _cursor, ...filters } = endpoints.orders.query.shape;
const defaultPageSize = 20;

const at = (parameters: URLSearchParams, more: Record<string, string>) => {
  const address = new URLSearchParams(parameters);
  for (const [name, value] of Object.entries(more)) address.set(name, value);
  return absolute(`/api/v1/orders${address.size > 0 ? `?${address}` : ""}`);
};

export const { GET, HEAD, POST, OPTIONS, PUT, PATCH, DELETE } = endpoint(
  endpoints.orders,
  async ({ query, parameters, note, passing }) => {
    const { search, dropped } = parseOrderSearch(parameters);
    for (const { key, value } of dropped) note({ parameter: key, value, message: "not understood and left out" });
    const pageSize = query.pageSize ?? defaultPageSize;
    const facets = query.facets === "1";
    const kept = searchParameters({ ...search, page: 1 });
    if (query.pageSize) kept.set("pageSize", String(pageSize));
    const given = parameters.get("cursor");
    if (given === null) {
      const found = await ordersFound(search, { pageSize, facets }, links);
      if (found.engine === "postgres") passing();
      const self = at(kept, { ...(facets && { facets: "1" }), ...(search.page > 1 && { page: String(search.page) }) });
      const next =
        search.page * pageSize < found.total
          ? at(kept, { ...(facets && { facets: "1" }), page: String(search.page + 1) })
          : null;
      return { ...found, links: { self, next, walk: at(kept, { cursor: "" }) } };
    }
    const cursor = readCursor(given);
    if (!cursor)
      throw new Problem("bad-request", { errors: [{ parameter: "cursor", detail: "is not a cursor of this API" }] });
    const walked = await ordersWalked(search, { pageSize, cursor }, links);
    kept.delete("sort");
    const next = walked.nextCursor && at(kept, { cursor: walked.nextCursor });
    return { ...walked, links: { self: at(kept, { cursor: given }), next, walk: at(kept, { cursor: "" }) } };
  },
  { readsItself: ["q", ...Object.keys(filters)] },
);
