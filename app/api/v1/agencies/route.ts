// Agencies with their answer on a day.
import { endpoint } from "@/app/_http/endpoint";
import { absolute, links } from "@/app/_http/links";
import { agenciesFound } from "@/domain/opendata/queries";
import { endpoints } from "@/domain/opendata/schema";
import type { Day } from "@/domain/kernel/calendar";

const defaultPageSize = 20;

export const { GET, HEAD, POST, OPTIONS, PUT, PATCH, DELETE } = endpoint(endpoints.agencies, async ({ query }) => {
  const { page = 1, pageSize = defaultPageSize, on, ...filter } = query;
  const { pages, ...found } = await agenciesFound({ ...filter, on: on as Day | undefined, page, pageSize }, links);
  const at = (number: number) => {
    const given = Object.entries(query).map(([name, value]) => [name, String(value)]);
    return absolute(
      `/api/v1/agencies?${new URLSearchParams(Object.fromEntries([...given, ["page", String(number)]]))}`,
    );
  };
  return { ...found, links: { self: at(page), next: page < pages ? at(page + 1) : null, walk: null } };
});
