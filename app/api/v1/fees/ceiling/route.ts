// What may be asked of a worker?
import { endpoint } from "@/app/_http/endpoint";
import { Problem } from "@/app/_http/problem";
import { parseCeilingBody } from "@/domain/fees/schema";
import { ceilingAsked } from "@/domain/opendata/queries";
import { endpoints } from "@/domain/opendata/schema";

export const { GET, HEAD, POST, OPTIONS, PUT, PATCH, DELETE } = endpoint(endpoints.ceiling, ({ body }) => {
  const parsed = parseCeilingBody(body);
  if (parsed.success) return ceilingAsked(parsed.data);
  const errors = parsed.error.issues
    .slice(0, 20)
    .map((issue) => ({ parameter: issue.path.join(".") || "body", detail: issue.message }));
  throw new Problem("bad-request", { errors });
});
