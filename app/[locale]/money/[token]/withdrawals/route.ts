import { takeBack } from "@/domain/payments/commands";
import { type Params, backToBook, faultOf, posted } from "../../posted";

export async function POST(request: Request, context: Params) {
  const post = await posted(request, context);
  if (post instanceof Response) return post;
  const number = post.text("form", 40);
  try {
    await takeBack(post.party, { number });
    return backToBook(post, { back: number });
  } catch (error) {
    const faults = [faultOf(error, () => `amount-${number}`)];
    return backToBook(post, { typed: { form: number, values: {}, faults } });
  }
}
