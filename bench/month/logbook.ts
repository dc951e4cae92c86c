import { ApiRefusal } from '../../demo/apiUser.ts';
import type { InstantMs } from '../../domain/instant.ts';

/** An act that the API answered with success: it must be in the database for ever. */
export interface Answered {
  caseId: string;
  rev: number;
  act: string;
}

/** A dossier as its sender knows it. */
export interface Handed {
  caseId: string;
  provinceCode: string;
  externalCode: string | null;
}

/** Bad gateway, not available, too late: nothing was lost, the next round tries again. */
const NOT_NOW = [502, 503, 504];

/** What scripted people did and saw: the other side of the books that the invariants compare. */
export class Logbook {
  readonly answered: Answered[] = [];
  readonly handed: Handed[] = [];
  /** Messages sent twice, and how many of them were taken for another dossier. */
  repeats = 0;
  repeatsMistaken = 0;
  readonly refusals = new Map<string, number>();
  readonly faults: string[] = [];
  /** How far behind the plan work was begun, business milliseconds. */
  readonly lagMs: number[] = [];

  did(caseId: string, rev: number, act: string): void {
    this.answered.push({ caseId, rev, act });
  }

  began(planned: InstantMs, now: InstantMs): void {
    this.lagMs.push(Math.max(0, now - planned));
  }

  /**
   * Note what went wrong: refusals are part of an office's day, and so is "not now" of a system under
   * load; anything else is a fault.
   */
  failed(error: unknown): void {
    if (error instanceof ApiRefusal && (error.status < 500 || NOT_NOW.includes(error.status))) {
      this.refusals.set(error.code, (this.refusals.get(error.code) ?? 0) + 1);
    } else {
      this.faults.push(error instanceof Error ? error.message : String(error));
    }
  }
}
