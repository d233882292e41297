// One open order; 410 with the reason when it is not open.
import { endpoint } from "@/app/_http/endpoint";
import { links } from "@/app/_http/links";
import { Problem } from "@/app/_http/problem";
import { orderFound } from "@/domain/opendata/queries";
import { endpoints } from "@/domain/opendata/schema";

const looksRight = /^[A-Za-z0-9-]{1,40}$/;

export const { GET, HEAD, POST, OPTIONS, PUT, PATCH, DELETE } = endpoint(endpoints.order, async ({ params }) => {
  const { reference = "" } = params;
  const found = looksRight.test(reference) ? await orderFound(reference.toUpperCase(), links) : null;
  if (!found) throw new Problem("not-found", { detail: "There is no order with this reference." });
  if (found.notOpen)
    throw new Problem("not-open", {
      reason: found.notOpen,
      detail: "The order's page says more: " + links.order(reference.toUpperCase()).vi,
    });
  return { order: found.order };
});
