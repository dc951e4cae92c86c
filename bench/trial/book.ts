import type { Answered } from '../month/logbook.ts';

/** What a slip adds to its record: typed from what came in, or a change the department approved. */
export const SLIP_SORTS = ['DOCUMENT', 'JUDGMENT', 'CHANGE'] as const;
export type SlipSort = (typeof SLIP_SORTS)[number];

/** What those who played the trial did and saw: the other side of the books that the invariants compare. */
export class TrialBook {
  /** Transfer by record number. */
  readonly records = new Map<string, string>();
  /** What each slip adds, by transfer. */
  readonly slips = new Map<string, SlipSort>();
  readonly answered: Answered[] = [];
  readonly paperFirst: string[] = [];
  /** Transfers whose copies differed, with the copy the department found right. */
  readonly differing = new Map<string, 'PAPER' | 'ELECTRONIC'>();
  readonly returned: string[] = [];
  /** What came twice: refused by name, or taken for what it was. */
  readonly refused: string[] = [];
  readonly repeated: string[] = [];
  /** Processes that were killed, in order. */
  readonly killed: string[] = [];
  /** Judgments that were normalised by batches. */
  normalised = 0;
  readonly faults: string[] = [];

  did(caseId: string, rev: number, act: string): void {
    this.answered.push({ caseId, rev, act });
  }

  failed(what: string, error: unknown): void {
    this.faults.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
