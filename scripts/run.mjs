// Runs one of our TypeScript programs with everything it needs in place:  node scripts/run.mjs scripts/import.ts ARGUMENTS
import { ensurePackages } from "./setup/packages.mjs";

ensurePackages();
const { ensureServices, generateClient, migrate, typescript } = await import("./setup/site.mjs");
await generateClient();
const env = await ensureServices();
await migrate(env.DATABASE_URL);
const { spawn } = await import("node:child_process");
const [, , program, ...args] = process.argv;
const child = spawn(process.execPath, [...typescript(program), ...args], {
  stdio: "inherit",
  env: { ...process.env, ...env },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.once("exit", (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
