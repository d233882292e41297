// What does an offer cost and bring one person, by date?
import { endpoint } from "@/app/_http/endpoint";
import { links } from "@/app/_http/links";
import { Problem } from "@/app/_http/problem";
import { quoted } from "@/domain/opendata/queries";
import { endpoints, quoteBody } from "@/domain/opendata/schema";

export const { GET, HEAD, POST, OPTIONS, PUT, PATCH, DELETE } = endpoint(endpoints.quote, async ({ body }) => {
  const parsed = quoteBody.safeParse(body);
  if (!parsed.success) {
    const errors = parsed.error.issues
      .slice(0, 20)
      .map((issue) => ({ parameter: issue.path.join(".") || "body", detail: issue.message }));
    throw new Problem("bad-request", { errors });
  }
  const found = await quoted(parsed.data);
  if (!found) throw new Problem("not-found", { detail: "There is no order with this reference." });
  if (found.notOpen !== null)
    throw new Problem("not-open", {
      reason: found.notOpen,
      detail: `The order's page says more: ${links.order((parsed.data.order ?? "").toUpperCase()).vi}`,
    });
  return found.answer;
});
