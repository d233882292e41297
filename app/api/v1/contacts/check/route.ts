// Whose is this telephone number, page, account or name? No answer is kept: what somebody asks here is hers.
import { endpoint } from "@/app/_http/endpoint";
import { Problem } from "@/app/_http/problem";
import { contactChecked } from "@/domain/opendata/queries";
import { contactBody, endpoints } from "@/domain/opendata/schema";

const asked = endpoint(endpoints.contactCheck, ({ query, passing }) => {
  passing();
  return contactChecked({ q: query.q ?? "", province: query.province });
});
const posted = endpoint(endpoints.contactCheckPosted, ({ body }) => {
  const parsed = contactBody.safeParse(body);
  if (parsed.success) return contactChecked(parsed.data);
  const errors = parsed.error.issues
    .slice(0, 20)
    .map((issue) => ({ parameter: issue.path.join(".") || "body", detail: issue.message }));
  throw new Problem("bad-request", { errors });
});

export const { GET, HEAD, PUT, PATCH, DELETE } = asked;
export const { POST, OPTIONS } = posted;
