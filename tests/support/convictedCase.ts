import type { ApplicationSubmission } from '../../domain/application.ts';
import type { CaseEvaluation } from '../../domain/conviction/caseEvaluation.ts';
import type { ConvictionDetails } from '../../domain/conviction/entry.ts';
import type { Conclusion } from '../../domain/flow/applicationState.ts';
import { readPdf } from '../print/readPdf.ts';
import { principal, THEFT } from './expungement.ts';
import type { Office } from './office.ts';
import type { Answer } from './person.ts';
import {
  answer,
  ANSWER,
  anApplication,
  askedCase,
  HANOI,
  JUDGMENT,
  RECORD_FOUND,
} from './scenes.ts';
import { until } from './until.ts';

/** Details of {@link JUDGMENT}: theft of 2014 under the code of 1999, served on 20 March 2016. */
export const DETAILS: ConvictionDetails = {
  ...THEFT,
  effectiveDate: '2015-04-20',
  offences: [{ code: 'BLHS1999-138', penalCode: '1999', article: 138, clause: 1 }],
  offenceDate: '2014-11-02',
  principal: principal({ execution: { state: 'DONE', on: '2016-03-20' } }),
};

/** A judgment as an agency tells it, with details. */
export function told(changes: Partial<ConvictionDetails> = {}, words: object = {}) {
  return { ...JUDGMENT, ...words, details: { ...DETAILS, ...changes } };
}

interface Answers {
  police: readonly object[];
  /** What the court knows; as the police when left out, nothing when empty. */
  court?: readonly object[];
  application?: Partial<ApplicationSubmission>;
  subject?: Partial<ApplicationSubmission['subject']>;
}

/** An application at EVALUATING: the police knows of judgments, and the court was asked. */
export async function convictedCase(
  office: Office,
  { police, court = police, application = {}, subject = {} }: Answers,
): Promise<string> {
  const person = { ...anApplication().subject, birthDate: '1980-05-05', ...subject };
  const { caseId, policeRequest } = await askedCase(office, { ...application, subject: person });
  await answer(office, policeRequest, { ...RECORD_FOUND, entries: police });
  const courtRequest = `${caseId}/COURT-1`;
  await until(() => office.agencies.asked.some(({ requestId }) => requestId === courtRequest));
  const found = { ...RECORD_FOUND, entries: court };
  await answer(office, courtRequest, court.length === 0 ? ANSWER : found);
  return caseId;
}

/** What stands on the draft of a certificate, with single spaces. */
export async function draftText(office: Office, caseId: string): Promise<string> {
  const officer = await office.as(HANOI.officer);
  const { rawPayload } = await office.app.inject({
    method: 'GET',
    url: `/api/v1/cases/${caseId}/certificate.pdf?draft=true`,
    headers: { cookie: officer.cookie },
  });
  return readPdf(rawPayload).text.replace(/\s+/gu, ' ');
}

/** What the rules make of the answers of a case, as its officer reads it. */
export async function evaluationOf(office: Office, caseId: string): Promise<CaseEvaluation> {
  return (await office.as(HANOI.officer)).must('GET', `/cases/${caseId}/evaluation`);
}

/** The same for judgments that the officer has completed. */
export async function completed(
  office: Office,
  caseId: string,
  entries: readonly object[],
): Promise<CaseEvaluation> {
  const path = `/cases/${caseId}/evaluation`;
  return (await office.as(HANOI.officer)).must('POST', path, { entries });
}

export function draftOf(conclusion: Conclusion, entries: readonly object[]) {
  return { codes: { conclusion }, paper: { reasoning: 'Theo kết quả xác minh', entries } };
}

/** Draft a case and give the answer whatever it is. */
export async function tryDraft(
  office: Office,
  caseId: string,
  conclusion: Conclusion,
  entries: readonly object[],
): Promise<Answer> {
  const officer = await office.as(HANOI.officer);
  const { line } = await officer.case(caseId);
  return officer.tryAct(caseId, line.rev, 'draft', draftOf(conclusion, entries));
}
