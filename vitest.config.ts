import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("./", import.meta.url)).replace(/\/$/, "");
const shared = {
  resolve: { alias: { "@": root }, conditions: ["react-server"] },
  ssr: { resolve: { conditions: ["react-server", "node"] } },
};

export default defineConfig({
  ...shared,
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "rules",
          include: ["{domain,components,app}/**/*.test.ts", "tests/architecture.test.ts"],
          env: { TZ: "Pacific/Apia" },
        },
      },
      {
        // Compared with React's own renderer, which the condition of server components leaves out.
        resolve: { alias: shared.resolve.alias },
        test: { name: "drawing", include: ["components/**/*.test.tsx"] },
      },
      {
        ...shared,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          env: { TZ: "Pacific/Apia" },
          globalSetup: ["tests/integration/setup/services.ts"],
          setupFiles: ["tests/integration/setup/database.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
