// Is this firm licensed, today or on a past day?
import { endpoint } from "@/app/_http/endpoint";
import { links } from "@/app/_http/links";
import { licenceChecked } from "@/domain/opendata/queries";
import { endpoints } from "@/domain/opendata/schema";
import type { Day } from "@/domain/kernel/calendar";

export const { GET, HEAD, POST, OPTIONS, PUT, PATCH, DELETE } = endpoint(endpoints.check, ({ query }) =>
  licenceChecked(query.q ?? "", query.on as Day | undefined, links),
);
