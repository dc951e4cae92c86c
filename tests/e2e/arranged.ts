import type { ApplicationSubmission } from '../../domain/application.ts';
import type { CaseDetail } from '../../domain/case.ts';
import type { ApplicationReceived } from '../../domain/intake.ts';
import type * as z from 'zod';
import { ApiRefusal } from '../../demo/apiUser.ts';
import { ANSWER, anApplication, CLEAN_DRAFT, HANOI } from '../support/scenes.ts';
import { until } from '../support/until.ts';
import type { Stage } from './stage.ts';

/** A case as scripted people brought it to where a test begins. */
export interface Arranged {
  caseId: string;
  trackingCode: string;
  subject: ApplicationSubmission['subject'];
}

/** An application handed in and accepted at the counter of Hà Nội. */
export async function accepted(
  stage: Stage,
  changes: Partial<ApplicationSubmission> = {},
): Promise<Arranged> {
  const submission = anApplication(changes);
  const desk = await stage.as(HANOI.desk);
  const received = await desk.send<z.infer<typeof ApplicationReceived>>(
    'POST',
    '/applications',
    submission,
  );
  // On a machine under load the answer may come before the case is open.
  if (!received.opened) {
    await until(() => desk.get(`/cases/${received.caseId}`).catch(notYet));
  }
  return { ...received, subject: submission.subject };
}

function notYet(error: unknown): null {
  if (error instanceof ApiRefusal && error.code === 'CASE_NOT_FOUND') return null;
  throw error;
}

type Changes = Partial<Omit<ApplicationSubmission, 'subject'>>;

/** An application about which the police is asked; `subject` changes the person. */
export async function asked(
  stage: Stage,
  subject: Partial<ApplicationSubmission['subject']> = {},
  changes: Changes = {},
): Promise<Arranged> {
  const person = { ...anApplication().subject, ...subject };
  const arranged = await accepted(stage, { ...changes, subject: person });
  const officer = await stage.as(HANOI.officer);
  await officer.act(arranged.caseId, 'classify', { regime: 'SIMPLE', grounds: [] });
  return arranged;
}

/** An application that waits for its draft: the police knows of nothing. */
export async function answered(stage: Stage, changes: Changes = {}): Promise<Arranged> {
  const arranged = await asked(stage, {}, changes);
  const liaison = await stage.as(HANOI.policeLiaison);
  const requestId = `${arranged.caseId}/POLICE-1`;
  await liaison.send('POST', '/verifications/answers', { requestId, answer: ANSWER });
  return arranged;
}

/** An application whose draft waits for the head of division. */
export async function drafted(stage: Stage, changes: Changes = {}): Promise<Arranged> {
  const arranged = await answered(stage, changes);
  const officer = await stage.as(HANOI.officer);
  await officer.act(arranged.caseId, 'draft', CLEAN_DRAFT.codes, CLEAN_DRAFT.paper);
  return arranged;
}

/** An application that waits for its number and seal. */
export async function signed(stage: Stage, changes: Changes = {}): Promise<Arranged> {
  const arranged = await drafted(stage, changes);
  await (await stage.as(HANOI.head)).act(arranged.caseId, 'check');
  await (await stage.as(HANOI.director)).act(arranged.caseId, 'sign');
  return arranged;
}

/** An application whose certificate is issued and waits to be handed over. */
export async function issued(stage: Stage, changes: Changes = {}): Promise<Arranged> {
  const arranged = await signed(stage, changes);
  await (await stage.as(HANOI.seal)).act(arranged.caseId, 'issue');
  return arranged;
}

/** A case as the API tells it to one of its officers. */
export async function detailOf(stage: Stage, caseId: string): Promise<CaseDetail> {
  return (await stage.as(HANOI.officer)).get<CaseDetail>(`/cases/${caseId}`);
}
