import type { Client } from '@temporalio/client';
import type { CommonQueryMethods } from 'slonik';
import type { BusinessClock } from '../domain/clock/businessClock.ts';

/** What was handed in and answered, as those know who did it; null where nobody kept books. */
export interface Expected {
  /** Every dossier number that an answer named, by province code. */
  dossiers: readonly { caseId: string; provinceCode: string; externalCode: string | null }[];
  /** Every act that was answered with success. */
  answered: readonly { caseId: string; rev: number; act: string }[];
  /** Dossiers that each province should have received, and of them from MCDT. */
  provinces: readonly { code: string; received: number; fromMcdt: number }[];
}

/** One rule that must hold whatever happened; `wrong` names some of what breaks it. */
export interface Invariant {
  name: string;
  holds: boolean;
  wrong: readonly string[];
}

export interface Witnesses {
  /** A connection without a database role. */
  db: CommonQueryMethods;
  client: Client;
  expected: Expected | null;
  /** Whether every workflow of the server belongs to this database. */
  ownEngine: boolean;
  /** Real milliseconds that the server's list of workflows may lag behind; 10 s when not given. */
  listLagMs?: number;
  /** The business clock under which the cases lived. */
  clock: BusinessClock;
}

const SHOWN = 5;

/** The rule's verdict from what was found to break it. */
export function verdict(name: string, wrong: readonly string[]): Invariant {
  return { name, holds: wrong.length === 0, wrong: wrong.slice(0, SHOWN) };
}
