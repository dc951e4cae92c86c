import type * as z from 'zod';
import { legalBases } from '../agencies/slip.ts';
import { noteReads } from '../db/desk/readAudit.ts';
import { type DeskRow, listDesk } from '../db/read/desk.ts';
import { listLeague } from '../db/read/league.ts';
import { NOTHING_ASKED, type Turnaround } from '../domain/turnaround.ts';
import type { Account } from '../domain/account.ts';
import type { Subject } from '../domain/application.ts';
import type { AskedPerson, Desk, DeskQuery, DeskRequest } from '../domain/desk.ts';
import { boardWindow } from './boardWindow.ts';
import { type ApiDeps, nowIso, nowMs } from './deps.ts';
import { officeMsLeft } from './officeTime.ts';

/** A page of a liaison's desk with the unit's own turnaround. */
export async function deskOf(
  deps: ApiDeps,
  account: Account,
  query: z.infer<typeof DeskQuery>,
): Promise<z.infer<typeof Desk>> {
  const { rows, more } = await deskAsked(deps, account, query, 'desk');
  const turnaround = await turnaroundOf(deps, account.unit);
  const requests = await Promise.all(rows.map((row) => requestOf(deps, row)));
  const offset = (Number(query.after ?? 0) || 0) + query.limit;
  return { requests, next: more ? String(offset) : null, ...turnaround };
}

/** What a question finds on the desk of an account's unit; that the persons were read is noted. */
export async function deskAsked(
  deps: ApiDeps,
  { id: account, unit }: Account,
  query: z.infer<typeof DeskQuery>,
  what: 'desk' | 'desk.csv',
): Promise<{ rows: DeskRow[]; more: boolean }> {
  const found = await listDesk(deps.pool, { unit, account, nowMs: nowMs(deps) }, query);
  const rows = found.slice(0, query.limit);
  const caseIds = rows.map(({ caseId }) => caseId);
  await noteReads(deps.pool, { account, caseIds, what, at: nowIso(deps) });
  return { rows, more: found.length > rows.length };
}

/** A unit's own line of the league, over the whole country. */
async function turnaroundOf(deps: ApiDeps, unit: string): Promise<z.infer<typeof Turnaround>> {
  const [line] = await listLeague(deps.pool, { ...(await boardWindow(deps, null)), unit });
  if (line === undefined) return NOTHING_ASKED;
  const { unit: _unit, unitName: _unitName, kind: _kind, ...turnaround } = line;
  return turnaround;
}

async function requestOf(deps: ApiDeps, row: DeskRow): Promise<DeskRequest> {
  const { application, calendarVersion, calendarOverlay, ...shown } = row;
  const { askedBy, identification, judgments, holder, transport, scans, ...verification } = shown;
  const calendar = await deps.laws.wholeCalendar(calendarVersion, calendarOverlay ?? undefined);
  return {
    verification: {
      ...verification,
      workingMsLeft: officeMsLeft(verification, nowMs(deps), calendar),
    },
    askedBy,
    purpose: application.purpose,
    legalBasis: (await legalBases())[verification.kind],
    identification,
    judgments,
    person: personOf(application.subject),
    holder,
    transport,
    scans,
  };
}

/** What an asked unit needs of a person to look its files up, and no more. */
export function personOf(subject: Subject): AskedPerson {
  return {
    fullName: subject.fullName,
    otherNames: subject.otherNames,
    gender: subject.gender,
    birthDate: subject.birthDate,
    birthPlace: subject.birthPlace,
    nationality: subject.nationality,
    personalId: subject.personalId,
    documents: subject.documents,
    fatherName: subject.fatherName,
    motherName: subject.motherName,
    residences: subject.residenceHistory.map(({ from, to, place }) => ({ from, to, place })),
  };
}
