import type { Client } from '@temporalio/client';
import type { FastifyBaseLogger } from 'fastify';
import type { DatabasePool } from 'slonik';
import type { OfficeKey } from '../agencies/officeKey.ts';
import { type BusinessClock, businessTime } from '../domain/clock/businessClock.ts';
import { type InstantMs, isoOf } from '../domain/instant.ts';
import type { Changes } from './changes.ts';
import type { LawBook } from './lawBook.ts';
import type { PlaceBook } from './placeBook.ts';

/** What the routes need; `main.ts` supplies it, tests supply the same over their own database. */
export interface ApiDeps {
  pool: DatabasePool;
  client: Client;
  /** Whether the Temporal server answers, within a second. */
  engineServes: () => Promise<boolean>;
  clock: BusinessClock;
  changes: Changes;
  laws: LawBook;
  places: PlaceBook;
  /** Signs packets of requests, and knows them again. */
  officeKey: Pick<OfficeKey, 'sign' | 'keyOf'>;
  /** Address printed in QR codes, without trailing slash. */
  publicUrl: string;
  demonstration: boolean;
  /** Password that the sign-in page of a demonstration offers, or null. */
  demoPassword: string | null;
  /** Requests per minute and address. */
  rateLimit: number;
  /** Attempts to sign in per minute and address. */
  signInLimit: number;
  log: FastifyBaseLogger;
  /** Folder of the built web, or null when only the API is served. */
  webRoot: string | null;
}

/** Business time now, epoch milliseconds. */
export function nowMs({ clock }: Pick<ApiDeps, 'clock'>): InstantMs {
  return businessTime(clock, Date.now());
}

export function nowIso(deps: Pick<ApiDeps, 'clock'>): string {
  return isoOf(nowMs(deps));
}
