// Was it lawful to ask a worker for this?
import { endpoint } from "@/app/_http/endpoint";
import { Problem } from "@/app/_http/problem";
import { parseAskedBody } from "@/domain/fees/schema";
import { feesChecked } from "@/domain/opendata/queries";
import { endpoints } from "@/domain/opendata/schema";

export const { GET, HEAD, POST, OPTIONS, PUT, PATCH, DELETE } = endpoint(endpoints.feesCheck, ({ body }) => {
  const parsed = parseAskedBody(body);
  if (parsed.success) return feesChecked(parsed.data);
  const errors = parsed.error.issues
    .slice(0, 20)
    .map((issue) => ({ parameter: issue.path.join(".") || "body", detail: issue.message }));
  throw new Problem("bad-request", { errors });
});
