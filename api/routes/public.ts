import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { findCertificateStatus } from '../../db/read/certificates.ts';
import { listTrackedDisputes } from '../../db/read/disputes.ts';
import { listApologies } from '../../db/read/letters.ts';
import { findTracked, type TrackedRow } from '../../db/read/tracking.ts';
import {
  CertificateCheck,
  type TRACKING_STAGES,
  type Tracking,
  Tracking as TrackingSchema,
  TrackingQuestion,
} from '../../domain/desk.ts';
import { getState } from '../acting.ts';
import { legalDeadlineInShort } from '../deadlines.ts';
import { isoOf } from '../../domain/instant.ts';
import { workChanges } from '../../domain/law/calendar.ts';
import { datesThatCount } from '../../domain/law/trial.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { GUESSES_PER_MINUTE } from '../guessing.ts';
import { Problem } from '../problem.ts';
import { Refused } from '../refused.ts';

/** A tracking code as it is kept: capitals without the spaces and hyphens people put in. */
export function codeOf(typed: string): string {
  return typed.replace(/[\s-]/gu, '').toUpperCase();
}

const ENDS = ['REFUSED', 'WITHDRAWN', 'LAPSED', 'CANCELLED'] as const;

/** What anybody may ask without an account: where my application stands, whether a paper is valid. */
export const publicRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  app.post(
    '/public/tracking',
    {
      schema: {
        tags: ['public'],
        body: TrackingQuestion,
        response: { 200: TrackingSchema, 400: Problem, 404: Problem, 429: Problem },
      },
      config: { takesTrackingCode: true },
    },
    async (request) => {
      const { code, birthDate } = request.body;
      const row = await findTracked(deps.pool, codeOf(code), birthDate);
      if (row === null) throw new Refused('TRACKING_NOT_FOUND');
      return trackingOf(deps, row);
    },
  );

  app.get(
    '/public/certificates/:code',
    {
      schema: {
        tags: ['public'],
        params: z.object({ code: z.string().max(40) }),
        response: { 200: CertificateCheck, 429: Problem },
      },
      config: { rateLimit: { max: GUESSES_PER_MINUTE * 2 } },
    },
    async (request) => {
      const status = await findCertificateStatus(deps.pool, codeOf(request.params.code));
      return { status: status ?? ('UNKNOWN' as const) };
    },
  );
};

async function trackingOf(deps: ApiDeps, row: TrackedRow): Promise<Tracking> {
  const { state } = await getState(deps.pool, row.caseId);
  const [legal, apologies, disputes] = await Promise.all([
    legalDeadlineInShort(deps, state),
    listApologies(deps.pool, row.caseId),
    listTrackedDisputes(deps.pool, row.caseId),
  ]);
  const done = row.legalDoneAt ?? nowIso(deps);
  return {
    caseId: row.caseId,
    stage: stageOf(row),
    ended: ENDS.find((end) => end === row.step) ?? null,
    supplementWanted: row.supplementWanted,
    holderName: row.waitingNames.join(', ') || row.unitName,
    since: row.since,
    legalDueAt: row.legalDueAt,
    legalDueMoved: await movedOf(deps, row, legal),
    paused: row.paused,
    late: row.legalDueAt !== null && !row.paused && row.legalDueAt < done,
    citation: legal?.citation ?? null,
    legal,
    delivery: row.delivery,
    trackingNumber: row.trackingNumber,
    stages: [
      { stage: 'RECEIVED', at: row.openedAt },
      { stage: 'VERIFYING', at: row.verifyingAt },
      { stage: 'DECIDING', at: row.decidingAt },
      { stage: 'ISSUED', at: row.issuedAt },
      { stage: 'DELIVERED', at: row.step === 'CLOSED' ? row.closedAt : null },
    ],
    apologies: [...apologies],
    disputes: [...disputes],
  };
}

/** Why the legal date is not the one on the receipt: the days that a new calendar changed. */
async function movedOf(
  { laws }: ApiDeps,
  { moved }: TrackedRow,
  legal: Tracking['legal'],
): Promise<Tracking['legalDueMoved']> {
  if (moved === null || legal === null) return null;
  const { at, calendarVersion, replaced, from, to } = moved;
  const [before, after] = await Promise.all([
    laws.calendar(replaced),
    laws.calendar(calendarVersion),
  ]);
  const [first, last] = datesThatCount(legal.unit, Date.parse(legal.startedAt), from, to);
  const days = workChanges(before, after)
    .filter(({ date }) => date >= first && date <= last)
    .map(({ date, works, day }) => ({ date, works, name: day.nameVi, source: day.source }));
  return { at, calendarVersion, from: isoOf(from), to: isoOf(to), days };
}

const STAGES: Record<string, (typeof TRACKING_STAGES)[number]> = {
  VERIFYING: 'VERIFYING',
  EVALUATING: 'DECIDING',
  CHECKING: 'DECIDING',
  SIGNING: 'DECIDING',
  ISSUING: 'DECIDING',
  DELIVERING: 'ISSUED',
  POSTED: 'ISSUED',
  CLOSED: 'DELIVERED',
};

function stageOf({ step }: TrackedRow): Tracking['stage'] {
  return STAGES[step] ?? 'RECEIVED';
}
