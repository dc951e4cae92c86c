import { takeAnswer, type TakenAnswer } from '../db/desk/answers.ts';
import type { NewMessage } from '../db/intake/agencyMessages.ts';
import { listScans } from '../db/read/scans.ts';
import type { Account } from '../domain/account.ts';
import type { ActReply } from '../domain/acts.ts';
import type { AnswerForm } from '../domain/desk.ts';
import { checkAnswerDates } from './answerDates.ts';
import { bringKept } from './bringMessage.ts';
import { type ApiDeps, nowIso } from './deps.ts';
import { Refused } from './refused.ts';

interface Answering {
  requestId: string;
  answer: AnswerForm;
  /** Unique in the unit for ever: the same id is the same answer, given again. */
  messageId: string;
  /** The round that was looked at, where the answer was written away from the desk. */
  round?: number | undefined;
}

/**
 * An answer typed by a liaison: on the liaison's own desk from now on, unless a colleague has it, and kept.
 * Under a message id that had its effect, nothing is done but to tell what it was.
 */
export async function keepAnswer(
  deps: ApiDeps,
  account: Account,
  answering: Answering,
): Promise<TakenAnswer> {
  const { id, unit } = account;
  const taking = { account: id, unit, over: null, at: nowIso(deps) };
  const { answer, messageId } = answering;
  const sent = { fromUnit: unit, messageId, bySystem: false };
  await checkAnswerDates(deps, answer, sent, 'answer.');
  const message = await messageOf(deps, account, answering);
  return takeAnswer(deps.pool, { requestId: answering.requestId, taking, message });
}

/** A kept answer, brought to its case. Refuses with what the case says, now and at every repeat. */
export async function bringAnswer(
  deps: ApiDeps,
  account: Account,
  { holder, stored, seenRev }: TakenAnswer,
): Promise<ActReply> {
  if (holder !== null && holder !== account.id) throw new Refused('REQUEST_HELD_BY_OTHER');
  if (stored === null) throw new Error('an answer nobody else has is kept');
  if (stored.altered) throw new Refused('MESSAGE_ID_REUSED');
  const done = await bringKept(deps, stored, seenRev).catch((error: unknown) => {
    // What the case said is kept with the answer; whoever was not asked hears the same wherever it stands.
    const strange = holder === null && seenRev !== null && error instanceof Refused;
    throw strange ? new Refused('NOT_THE_ASKED_AGENCY', [], { cause: error }) : error;
  });
  if (done === 'STORED') throw new Refused('OUTCOME_UNKNOWN');
  return { caseId: stored.caseId, ...done };
}

/** An answer as intake keeps it, with its scans by name and digest. */
export async function messageOf(
  deps: ApiDeps,
  account: Account,
  { requestId, answer, messageId, round }: Answering,
): Promise<NewMessage> {
  const { outcome, replaces, expectedAt, scans: ids = [], ...said } = answer;
  const { unit, id, roles } = account;
  const found = ids.length === 0 ? [] : await listScans(deps.pool, { requestId, unit, ids });
  if (found.length < ids.length) throw new Refused('SCAN_NOT_FOUND');
  const scans = found.map(({ id: scan, name, sha256 }) => ({ id: scan, name, sha256 }));
  const role = roles.find((held) => held.endsWith('_LIAISON'));
  return {
    fromUnit: unit,
    messageId,
    caseId: requestId.split('/')[0] ?? '',
    act: 'answerVerification',
    codes: {
      requestId,
      outcome,
      replaces,
      expectedAt: instantOf(expectedAt),
      ...(round === undefined ? {} : { round }),
    },
    body: { ...said, outcome, replaces, expectedAt, role, ...(scans.length > 0 && { scans }) },
    jws: null,
    receivedBy: id,
    receivedAt: nowIso(deps),
  };
}

/** A date an agency names, as the instant its day begins; undefined travels nowhere. */
function instantOf(date: string | null): number | undefined {
  return date === null ? undefined : Date.parse(`${date}T00:00:00+07:00`);
}
