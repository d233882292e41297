// The API's own description.
import { openHeaders } from "@/app/_http/endpoint";
import { site } from "@/app/_http/site";
import { openApi } from "@/domain/opendata/rules";

const text = JSON.stringify(openApi({ server: site.url.origin, version: site.version }));

export const GET = () =>
  new Response(text, {
    headers: {
      ...openHeaders,
      "Content-Type": "application/openapi+json; charset=utf-8",
      "Cache-Control": "public, max-age=300",
    },
  });
export const dynamic = "force-dynamic";
