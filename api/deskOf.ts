import type * as z from 'zod';
import { type DeskRow, listDesk, measureUnit } from '../db/read/verifications.ts';
import type { Account } from '../domain/account.ts';
import { VERIFICATION_BASIS } from '../domain/agencyMessage.ts';
import type { Desk, DeskQuery, DeskRequest } from '../domain/desk.ts';
import { type ApiDeps, nowIso, nowMs } from './deps.ts';
import { officeMsLeft, wholeCalendar } from './officeTime.ts';

/** A page of a liaison's desk with the unit's own turnaround. */
export async function deskOf(
  deps: ApiDeps,
  { unit }: Account,
  query: z.infer<typeof DeskQuery>,
): Promise<z.infer<typeof Desk>> {
  const rows = await listDesk(deps.pool, unit, query);
  const measured = await measureUnit(deps.pool, unit, nowIso(deps));
  const requests = await Promise.all(rows.slice(0, query.limit).map((row) => requestOf(deps, row)));
  const offset = (Number(query.after ?? 0) || 0) + query.limit;
  return { requests, next: rows.length > query.limit ? String(offset) : null, ...measured };
}

async function requestOf(deps: ApiDeps, row: DeskRow): Promise<DeskRequest> {
  const {
    application,
    askedBy,
    identification,
    calendarVersion,
    calendarOverlay,
    ...verification
  } = row;
  const { subject, purpose } = application;
  const calendar = await wholeCalendar(deps, calendarVersion, calendarOverlay ?? undefined);
  return {
    verification: {
      ...verification,
      workingMsLeft: officeMsLeft(verification, nowMs(deps), calendar),
    },
    askedBy,
    purpose,
    legalBasis: VERIFICATION_BASIS,
    identification,
    person: {
      fullName: subject.fullName,
      otherNames: subject.otherNames,
      gender: subject.gender,
      birthDate: subject.birthDate,
      birthPlace: subject.birthPlace,
      nationality: subject.nationality,
      personalId: subject.personalId,
      fatherName: subject.fatherName,
      motherName: subject.motherName,
      residences: subject.residenceHistory.map(({ from: since, to, place }) => ({
        from: since,
        to,
        place,
      })),
    },
  };
}
