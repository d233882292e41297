// A photograph of a report, for officers of its place.
import { fileAnswer } from "@/app/_http/file-answer";
import { signedIn } from "@/app/_http/session";
import { reportPhoto } from "@/domain/complaints/queries";

type Context = { params: Promise<{ number: string; file: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { number, file } = await params;
  const known = await signedIn();
  const found = known && !known.waitsFor ? await reportPhoto(known.actor, number, file) : null;
  return found ? fileAnswer(found) : new Response(null, { status: 404 });
}
