import type { ApplicationSubmission } from '../../domain/application.ts';
import type { LetterLine } from '../../domain/letter.ts';
import type { Office } from './office.ts';
import { anApplication, HANOI } from './scenes.ts';
import { until } from './until.ts';

export interface Late {
  caseId: string;
  question: { code: string; birthDate: string };
}

/** Cases of an office that break their term, and the letters about them. */
export function lateCases(office: () => Office) {
  async function urgentCase(changes: Partial<ApplicationSubmission> = {}): Promise<Late> {
    const application = anApplication({ urgent: true, ...changes });
    const desk = await office().as(HANOI.desk);
    const { caseId, trackingCode } = await desk.must('POST', '/applications', application);
    return { caseId, question: { code: trackingCode, birthDate: application.subject.birthDate } };
  }

  async function lettersOf(caseId: string): Promise<LetterLine[]> {
    const head = await office().as(HANOI.head);
    return (await head.must('GET', `/letters?q=${caseId}`)).letters;
  }

  function draftOf(caseId: string): Promise<LetterLine> {
    return until(
      async () => (await lettersOf(caseId)).find(({ status }) => status === 'DRAFT') ?? null,
      { withinMs: 40_000 },
    );
  }

  async function lateCase(changes: Partial<ApplicationSubmission> = {}) {
    const late = await urgentCase(changes);
    return { ...late, letter: await draftOf(late.caseId) };
  }

  async function trySign(
    letter: { id: string },
    promisedOn: string | null,
    by: string = HANOI.head,
  ) {
    const signer = await office().as(by);
    const letters = [{ id: letter.id, promisedOn }];
    const { results } = await signer.must('POST', '/letters/signatures', { letters });
    return results[0];
  }

  return { urgentCase, lettersOf, draftOf, lateCase, trySign };
}
