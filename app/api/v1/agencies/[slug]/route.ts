// One agency with its history.
import { endpoint } from "@/app/_http/endpoint";
import { links } from "@/app/_http/links";
import { Problem } from "@/app/_http/problem";
import { agencyFound } from "@/domain/opendata/queries";
import { endpoints } from "@/domain/opendata/schema";
import type { Day } from "@/domain/kernel/calendar";

const looksRight = /^[a-z0-9-]{1,160}$/;

export const { GET, HEAD, POST, OPTIONS, PUT, PATCH, DELETE } = endpoint(
  endpoints.agency,
  async ({ params, query }) => {
    const { slug = "" } = params;
    const found = looksRight.test(slug) ? await agencyFound(slug, query.on as Day | undefined, links) : null;
    if (!found) throw new Problem("not-found", { detail: "There is no agency at this address." });
    return found;
  },
);
