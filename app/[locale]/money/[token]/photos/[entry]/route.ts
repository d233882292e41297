import { fileAnswer } from "@/app/_http/file-answer";
import { photoOf } from "@/domain/payments/queries";
import { partyOf } from "../../../session";

type Context = { params: Promise<{ locale: string; token: string; entry: string }> };

export async function GET(_request: Request, { params }: Context) {
  const { token, entry } = await params;
  const party = await partyOf(token);
  const photo = party && (await photoOf(party, entry));
  return photo ? fileAnswer(photo) : new Response(null, { status: 404 });
}
