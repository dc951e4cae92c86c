import { dateOf, timeOfDayMs, HOUR_MS } from '../../domain/instant.ts';
import { quantile } from '../figures.ts';
import { showLine } from '../progressLine.ts';
import type { MonthFrame } from './person.ts';
import type { Town } from './town.ts';

/** Shows where the month stands; stops when called. */
export function showProgress({ pace, logbook }: MonthFrame, town: Town, total: number): () => void {
  return showLine((perSecond) => {
    const open = [...town.entrances.values()].reduce((sum, { office }) => sum + office.open, 0);
    const now = pace.now();
    const hour = String(Math.floor(timeOfDayMs(now) / HOUR_MS)).padStart(2, '0');
    const acts = logbook.answered.length;
    return (
      `${dateOf(now)} ${hour} h  received ${logbook.handed.length}/${total}  open ${open}  ` +
      `acts ${acts} (${perSecond(acts)}/s)  behind ${hoursBehind(logbook.lagMs)} h` +
      (logbook.faults.length > 0 ? `  faults ${logbook.faults.length}` : '')
    );
  });
}

/** Business hours by which 95 of 100 of the latest pieces of work were begun behind their plan. */
function hoursBehind(lagMs: readonly number[]): string {
  const latest = lagMs.slice(-200);
  return latest.length === 0 ? '0' : (quantile(latest, 0.95) / HOUR_MS).toFixed(1);
}
