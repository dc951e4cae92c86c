import type { MemberName } from '../../setup/house.ts';
import type { Answered } from '../month/logbook.ts';

/** What a slip adds to its record: typed from what came in, or a change the department approved. */
export const SLIP_SORTS = ['DOCUMENT', 'JUDGMENT', 'CHANGE'] as const;
export type SlipSort = (typeof SLIP_SORTS)[number];

/** The two halves of the trial: records and slips travel; then codes, normalising and merges with their notices. */
export const TRIAL_HALVES = ['SENDING', 'CORRECTING'] as const;
export type TrialHalf = (typeof TRIAL_HALVES)[number];

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
  /** How much was sent a second time. */
  sentTwice = 0;
  /** Records whose words name an entry, of the catalogue as it was or of the one the Centre added. */
  readonly nameable: string[] = [];
  /** Codes the Centre added, each by a request of a department. */
  readonly granted: string[] = [];
  /** Records that were taken into another one of the same person, by their number. */
  readonly merged = new Map<string, string>();
  /** Notices of what was normalised and merged. */
  readonly notices: string[] = [];
  /** Records whose acts were done on the pages. */
  readonly pressed: string[] = [];
  /** Processes that were killed, in order. */
  readonly killed: { member: MemberName; half: TrialHalf }[] = [];
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
