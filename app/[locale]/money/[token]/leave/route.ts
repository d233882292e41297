import { address } from "@/app/_http/addresses";
import { closeSession } from "@/domain/payments/commands";
import { type Params, posted, seeOther } from "../../posted";
import { secretCookie, secretOf, setCookie, typedCookie } from "../../session";

/** On a borrowed computer: nothing of the book stays behind. */
export async function POST(request: Request, context: Params) {
  const post = await posted(request, context, 1);
  if (post instanceof Response) return post;
  await closeSession(post.party, await secretOf());
  const response = seeOther(address(post.locale, "money", { token: post.reference }));
  for (const name of [secretCookie, typedCookie]) setCookie(response, name, "", post.reference, 0);
  return response;
}
