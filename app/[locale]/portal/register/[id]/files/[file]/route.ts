import { fileAnswer } from "@/app/_http/file-answer";
import { signedIn } from "@/app/_http/session";
import { requestFile } from "@/domain/licences/queries";

type Context = { params: Promise<{ locale: string; id: string; file: string }> };

/** The proof, for the one who handed it in and the officer who looks at it. */
export async function GET(_request: Request, { params }: Context) {
  const { id, file } = await params;
  const known = await signedIn();
  const found = known && (await requestFile(known.actor, id, file));
  return found ? fileAnswer(found) : new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
}
