// How far long work has come: a bar on a terminal, a line now and then where output is kept in a file.
import { SingleBar } from "cli-progress";

export type Progress = { total: (count: number) => void; at: (count: number) => void; done: (summary: string) => void };

export function progress(title: string, total = 0): Progress {
  const started = performance.now();
  let most = total;
  let said = 0;
  const bar = process.stderr.isTTY
    ? new SingleBar({ format: `${title} {bar} {value}/{total} · {duration_formatted}`, hideCursor: true })
    : null;
  bar?.start(total, 0);
  return {
    total: (count) => {
      most = count;
      bar?.setTotal(count);
    },
    at: (count) => {
      if (count > most) {
        most = count;
        bar?.setTotal(count);
      }
      bar?.update(count);
      if (bar || performance.now() - said < 2_000) return;
      said = performance.now();
      console.error(`${title}: ${count}${most > count ? ` / ${most}` : ""}`);
    },
    done: (summary) => {
      bar?.stop();
      console.error(`${title}: ${summary} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    },
  };
}
