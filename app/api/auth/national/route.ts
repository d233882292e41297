// To the identity provider; a link on the sign-in page leads here.
import type { NextRequest } from "next/server";
import { goToProvider, identityProvider } from "@/app/_http/identity";
import { allow } from "@/app/_http/rate-limit";
import { localPath } from "@/domain/accounts/rules";

export const dynamic = "force-dynamic";

export async function GET(request: NextRequest): Promise<Response> {
  const { allowed, headers } = await allow(request, 5);
  if (!allowed) return new Response("429", { status: 429, headers });
  if (!identityProvider) return new Response("404", { status: 404 });
  return goToProvider(identityProvider, localPath(request.nextUrl.searchParams.get("next")));
}
