import { isoOf } from '../domain/instant.ts';
import { holdingOf, printVerdicts, runCommand } from './command.ts';
import { checkInvariants } from './invariants.ts';
import { readOptions } from './month/options.ts';
import { liveMonth, type LivedMonth } from './month/liveMonth.ts';
import { openDossiers, reportOf, reportTable } from './month/report.ts';
import type { Invariant } from './verdict.ts';

/**
 * Live a share of September 2023 through the public API and prove that nothing was lost. Ends with 1
 * when an invariant is false, with 130 when it was interrupted.
 */
const startedAt = Date.now();
await runCommand(async (args, signal) => {
  const options = readOptions(args);
  const month = await liveMonth(options, signal);
  try {
    return await conclude(month, options.json);
  } finally {
    await month.close();
  }
});

async function conclude(month: LivedMonth, json: boolean): Promise<number> {
  const { house, shares, logbook, endedAt } = month;
  const lines = await reportOf(house.pool, shares, isoOf(endedAt));
  const open = await openDossiers(house.pool);
  if (open.length > 0) console.error(`\nstill open:\n  ${open.slice(0, 20).join('\n  ')}`);
  const invariants = await checkInvariants({
    db: house.pool,
    client: house.engine.client,
    expected: { dossiers: logbook.handed, answered: logbook.answered, provinces: shares },
    ownEngine: true,
    clock: month.clock,
  });
  const repeats: Invariant = {
    name: 'repeated_messages_are_one_dossier',
    holds: logbook.repeatsMistaken === 0,
    wrong: [],
  };
  const faults = {
    name: 'no_faults',
    holds: logbook.faults.length === 0,
    wrong: logbook.faults.slice(0, 5),
  };
  const all = [...invariants, repeats, faults];
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  if (json) printJson(month, lines, all, seconds);
  else printTable(month, lines, all, seconds);
  return all.every(({ holds }) => holds) ? 0 : 1;
}

type Lines = Awaited<ReturnType<typeof reportOf>>;

function printJson({ logbook }: LivedMonth, lines: Lines, all: Invariant[], seconds: number): void {
  for (const line of lines) console.log(JSON.stringify(line));
  const invariants = holdingOf(all);
  console.log(JSON.stringify({ invariants, dossiers: logbook.handed.length, seconds }));
}

function printTable(month: LivedMonth, lines: Lines, all: Invariant[], seconds: number): void {
  const { logbook, endedAt, behindHours } = month;
  console.log(`\n${reportTable(lines)}\n`);
  printVerdicts(all);
  const refused = [...logbook.refusals].map(([code, count]) => `${code} ${count}`).join(', ');
  console.log(
    `\n${logbook.handed.length} dossiers, ${logbook.answered.length} acts, ` +
      `${logbook.repeats} messages sent twice, to ${isoOf(endedAt)} business time in ${seconds} s.\n` +
      `Refusals: ${refused || 'none'}.\n` +
      `95 of 100 pieces of work were begun within ${behindHours.toFixed(1)} business hours of their plan` +
      (behindHours > 8
        ? ': this machine did not keep up, part of the lateness is its own (try a lower --speed).'
        : '.'),
  );
}
