import { answerReceipt } from "@/domain/payments/commands";
import { answerInput, readAmount } from "@/domain/payments/schema";
import { type Params, backToBook, faultOf, plain, posted } from "../../posted";
import type { Fault } from "../../typed";

/** The other side's receipt: confirmed as shown, or with one's own amount. */
export async function POST(request: Request, context: Params) {
  const post = await posted(request, context);
  if (post instanceof Response) return post;
  const { text } = post;
  const number = text("form", 40);
  const refuse = (fault: Fault) =>
    backToBook(post, { typed: { form: number, values: plain(post.form), faults: [fault] } });
  const shown = text("shown", 20);
  const amountMinor = /^\d{1,14}$/.test(shown) ? BigInt(shown) : readAmount(text("amount", 40), text("currency", 3));
  const parsed = answerInput.safeParse({ number, amountMinor, submission: text("submission", 40) });
  if (!parsed.success)
    return refuse({ field: `amount-${number}`, code: text("amount", 40) ? "amount" : "amountMissing" });
  try {
    await answerReceipt(post.party, parsed.data);
    return backToBook(post, { saved: number });
  } catch (error) {
    return refuse(faultOf(error, () => `amount-${number}`));
  }
}
