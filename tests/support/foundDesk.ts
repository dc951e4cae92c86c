import { randomUUID } from 'node:crypto';
import type { FoundPage } from '../../domain/record/found.ts';
import { recordBegun } from '../../domain/record/recordBegun.ts';
import { convictedCase, draftOf } from './convictedCase.ts';
import { applicant } from './knownPeople.ts';
import type { Office } from './office.ts';
import { decide, HANOI, JUDGMENT } from './scenes.ts';

let people = 0;

/** Another person every time, unlike every other in name, birth and parents. */
export function somebody() {
  people += 1;
  const digits = String(people).padStart(4, '0');
  return applicant({
    fullName: `Tẩn ${'Mẩy '.repeat(people)}Lụa`,
    birthDate: `19${70 + people}-03-${String(people).padStart(2, '0')}`,
    personalId: `001187${digits}${digits}`.slice(0, 12),
    fatherName: null,
    motherName: null,
  });
}

export const pathOf = (caseId: string): string => `/cases/${caseId}/found-judgments`;

/** The record officer's desk, on which judgments found by certificates land. */
export function foundDesk(office: () => Office) {
  const pageOf = async (caseId: string): Promise<FoundPage> =>
    (await office().as(HANOI.records)).must('GET', pathOf(caseId));
  return {
    pageOf,
    /** An application with a certificate that says "has a record"; police and court know of `entries`. */
    async certified(subject = somebody(), entries = [JUDGMENT as object]): Promise<string> {
      const caseId = await convictedCase(office(), { police: entries, subject });
      const judged = entries.map((entry) => ({ ...entry, expungedOn: null }));
      await decide(office(), caseId, draftOf('HAS_RECORD', judged));
      return caseId;
    },
    /** The form as the page begins it, with what the officer reads in the judgment itself. */
    async formOf(caseId: string, at = 0) {
      const officer = await office().as(HANOI.records);
      const { application } = await officer.case(caseId);
      const found = (await pageOf(caseId)).judgments[at];
      if (application === null || found === undefined) throw new Error('nothing was found');
      const begun = recordBegun(application.subject, found);
      const { date } = begun.judgment;
      const effectiveDate = `${date.slice(0, 4)}-12-20`;
      return {
        judgment: found.key,
        record: { ...begun, judgment: { ...begun.judgment, effectiveDate } },
      };
    },
    async decideOn(
      caseId: string,
      body: object,
      key: string = randomUUID(),
      by: string = HANOI.records,
    ) {
      return (await office().as(by)).ask('POST', pathOf(caseId), body, { key });
    },
  };
}
