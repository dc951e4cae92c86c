import type { ApplicationSubmission } from '../../domain/application.ts';
import type { LetterLine } from '../../domain/letter.ts';
import type { Office } from './office.ts';
import { anApplication, HANOI } from './scenes.ts';
import { until } from './until.ts';

/** A business day in two seconds: an urgent case is late after one, and what is promised lies a while ahead. */
export const SPEED = 40_000;

/** An urgent application: late after a business day. */
export interface Late {
  caseId: string;
  question: { code: string; birthDate: string };
}

export async function urgentCase(
  office: Office,
  changes: Partial<ApplicationSubmission> = {},
): Promise<Late> {
  const application = anApplication({ urgent: true, ...changes });
  const desk = await office.as(HANOI.desk);
  const { caseId, trackingCode } = await desk.must('POST', '/applications', application);
  return { caseId, question: { code: trackingCode, birthDate: application.subject.birthDate } };
}

/** The letters of a case, oldest first. */
export async function lettersOf(office: Office, caseId: string): Promise<LetterLine[]> {
  const head = await office.as(HANOI.head);
  return (await head.must('GET', `/letters?q=${caseId}`)).letters;
}

/** The draft of a case, once its breach made it. */
export function draftOf(office: Office, caseId: string): Promise<LetterLine> {
  return until(
    async () => (await lettersOf(office, caseId)).find(({ status }) => status === 'DRAFT') ?? null,
    { withinMs: 40_000 },
  );
}

/** An urgent case that is late, with its draft. */
export async function lateCase(office: Office, changes: Partial<ApplicationSubmission> = {}) {
  const late = await urgentCase(office, changes);
  return { ...late, letter: await draftOf(office, late.caseId) };
}

/** Sign one letter; gives its result whatever it is. */
export async function trySign(
  office: Office,
  letter: { id: string },
  promisedOn: string | null,
  by: string = HANOI.head,
) {
  const signer = await office.as(by);
  const letters = [{ id: letter.id, promisedOn }];
  const { results } = await signer.must('POST', '/letters/signatures', { letters });
  return results[0];
}
