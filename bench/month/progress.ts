import { dateOf, timeOfDayMs, HOUR_MS } from '../../domain/instant.ts';
import { quantile } from '../figures.ts';
import type { MonthFrame } from './person.ts';
import type { Town } from './town.ts';

const LINE_EVERY_MS = { terminal: 1_000, file: 10_000 } as const;

/** Shows where the month stands, on one line of a terminal or a line now and then; stops when called. */
export function showProgress(
  { pace, logbook }: MonthFrame,
  town: Town,
  total: number,
  out: NodeJS.WriteStream = process.stderr,
): () => void {
  let actsBefore = 0;
  const every = out.isTTY ? LINE_EVERY_MS.terminal : LINE_EVERY_MS.file;
  const show = (): void => {
    const open = [...town.entrances.values()].reduce((sum, { office }) => sum + office.open, 0);
    const now = pace.now();
    const hour = String(Math.floor(timeOfDayMs(now) / HOUR_MS)).padStart(2, '0');
    const acts = logbook.answered.length;
    const perSecond = ((acts - actsBefore) / every) * 1000;
    actsBefore = acts;
    const line =
      `${dateOf(now)} ${hour} h  received ${logbook.handed.length}/${total}  open ${open}  ` +
      `acts ${acts} (${perSecond.toFixed(0)}/s)  behind ${hoursBehind(logbook.lagMs)} h` +
      (logbook.faults.length > 0 ? `  faults ${logbook.faults.length}` : '');
    out.write(out.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
  };
  const timer = setInterval(show, every);
  return () => {
    clearInterval(timer);
    if (out.isTTY) out.write('\r\u001b[K');
  };
}

/** Business hours by which 95 of 100 of the latest pieces of work were begun behind their plan. */
function hoursBehind(lagMs: readonly number[]): string {
  const latest = lagMs.slice(-200);
  return latest.length === 0 ? '0' : (quantile(latest, 0.95) / HOUR_MS).toFixed(1);
}
