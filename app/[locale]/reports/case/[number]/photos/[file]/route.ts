// A photograph of a report, for the browser that holds its code.
import { fileAnswer } from "@/app/_http/file-answer";
import { allow } from "@/app/_http/rate-limit";
import { casePhoto } from "@/domain/complaints/queries";
import { heldCase } from "../../../../case-cookie";

type Context = { params: Promise<{ number: string; file: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { number, file } = await params;
  if (!(await allow(request, 2)).allowed) return new Response(null, { status: 429 });
  const found = await casePhoto(await heldCase(number), file);
  return found ? fileAnswer(found) : new Response(null, { status: 404 });
}
