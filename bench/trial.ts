import { holdingOf, printVerdicts, runCommand } from './command.ts';
import type { MemberName } from '../setup/house.ts';
import { SLIP_SORTS, TRIAL_HALVES, type TrialBook } from './trial/book.ts';
import { MEMBERS } from './trial/crashes.ts';
import { killsOf } from './trial/invariants.ts';
import { type LivedTrial, liveTrial } from './trial/liveTrial.ts';
import { readTrialOptions } from './trial/options.ts';

/**
 * Play the exchange trial of 2015 in the real stack and prove that both sides are equal, that the books
 * add up, and that nothing was lost or doubled although processes were killed. Ends with 1 when a rule is
 * broken, with 130 when it was interrupted.
 */
const startedAt = Date.now();
await runCommand(async (args, signal) => {
  const options = readTrialOptions(args);
  const trial = await liveTrial(options, signal);
  const { invariants } = trial;
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  const counts = { ...countsOf(trial), seconds };
  if (options.json) {
    console.log(JSON.stringify({ ...counts, invariants: holdingOf(invariants) }));
  } else {
    console.log();
    for (const [name, count] of Object.entries(counts)) console.log(`${name.padEnd(24)}${count}`);
    console.log();
    printVerdicts(invariants);
  }
  return invariants.every(({ holds }) => holds) ? 0 : 1;
});

function countsOf({ book, found }: LivedTrial): Record<string, number | string> {
  const sorts = [...book.slips.values()];
  const [documents, judgments, changes] = SLIP_SORTS.map(
    (sort) => sorts.filter((one) => one === sort).length,
  );
  const paperRight = [...book.differing.values()].filter((right) => right === 'PAPER').length;
  return {
    records: found.records.length,
    slips: found.slips.length,
    slipsOfDocuments: documents ?? 0,
    slipsOfJudgments: judgments ?? 0,
    slipsOfChanges: changes ?? 0,
    papers: found.papers,
    papersFirst: found.paperFirst,
    differencesAsked: found.asked.length,
    paperWasRight: paperRight,
    returned: found.returned.length,
    duplicatesRefused: book.refused.length,
    duplicatesMerged: book.repeated.length,
    codesAdded: found.granted.length,
    normalised: found.normalised,
    merged: found.merged.length,
    notices: found.notices.length,
    acts: book.answered.length,
    recordsPressedOnPages: book.pressed.length,
    ...Object.fromEntries(MEMBERS.map((member) => [`killed.${member}`, killsTold(book, member)])),
  };
}

/** How often a process was killed in the first and in the second half. */
function killsTold(book: TrialBook, member: MemberName): string {
  return TRIAL_HALVES.map((half) => killsOf(book, member, half)).join(' + ');
}
