import { fileAnswer } from "@/app/_http/file-answer";
import { signedIn } from "@/app/_http/session";
import { contractFile } from "@/domain/orders/queries";

type Context = { params: Promise<{ locale: string; id: string; file: string }> };

/** For the agency and for the officers of its place; everybody else is told that there is nothing. */
export async function GET(_request: Request, { params }: Context) {
  const { id, file } = await params;
  const known = await signedIn();
  const found = known && (await contractFile(known.actor, id, file));
  return found ? fileAnswer(found) : new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
}
