// Back from the identity provider.
import type { NextRequest } from "next/server";
import { comeFromProvider, identityProvider } from "@/app/_http/identity";
import { allow } from "@/app/_http/rate-limit";

export const dynamic = "force-dynamic";

export async function GET(request: NextRequest): Promise<Response> {
  const { allowed, headers } = await allow(request, 5);
  if (!allowed) return new Response("429", { status: 429, headers });
  return identityProvider
    ? comeFromProvider(identityProvider, request.nextUrl.searchParams)
    : new Response("404", { status: 404 });
}
