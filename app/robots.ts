// What robots may read. Invented orders must not stand in anybody's index, so a demo site asks to be left out.
import type { MetadataRoute } from "next";
import { absolute } from "@/app/_http/links";
import { site } from "@/app/_http/site";

export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  const rules = site.demo
    ? { userAgent: "*", disallow: "/" }
    : { userAgent: "*", allow: "/", disallow: ["/api/v1/", "/api/health", "/so-sanh", "/en/compare"] };
  return { rules, sitemap: absolute("/sitemap.xml") };
}
