// One ear on the database: calls back at each notification on a channel, and again after every reconnection.
import pg from "pg";
import { env } from "./env";

export function listen(channel: string, heard: () => void): { stop: () => Promise<void> } {
  let client: pg.Client | null = null;
  let stopped = false;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: env.DATABASE_URL, keepAlive: true });
    const again = () => {
      if (stopped || client !== fresh) return;
      client = null;
      setTimeout(() => void connect(), 500).unref();
    };
    client = fresh;
    fresh.on("error", again);
    fresh.on("end", again);
    fresh.on("notification", heard);
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      heard(); // whatever was said while nobody listened
    } catch {
      again();
    }
  }

  void connect();
  return {
    stop: async () => {
      stopped = true;
      await client?.end();
    },
  };
}
