import { makeDispatch } from '../../db/desk/dispatches.ts';
import {
  findDispatch,
  listItems,
  listWaiting,
  type StoredDispatch,
} from '../../db/read/dispatches.ts';
import { brokenUnique } from '../../db/uniqueViolation.ts';
import type { Account } from '../../domain/account.ts';
import type { Dispatch } from '../../domain/exchange/dispatch.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { dateOf } from '../../domain/instant.ts';
import { dispatchSign } from '../../domain/law/officePapers.ts';
import { renderDispatch } from '../../print/dispatch.ts';
import { type ApiDeps, nowIso, nowMs } from '../deps.ts';
import { letterheadOf } from '../letterhead.ts';
import { Refused } from '../refused.ts';
import { exchangeData } from './exchangeData.ts';

/** A cover letter as replies carry it. */
export function shownDispatch({
  unit: _unit,
  ruleSetId: _rules,
  ...dispatch
}: StoredDispatch): Dispatch {
  return dispatch;
}

/** A cover letter of the account's unit, or of any for the Centre, which receives it. */
export async function readableDispatch(
  deps: ApiDeps,
  account: Account,
  id: string,
): Promise<StoredDispatch> {
  const dispatch = await findDispatch(deps.pool, id);
  if (dispatch === null) throw new Refused('NOT_FOUND');
  if (account.unit !== dispatch.unit && account.unit !== CENTRE_UNIT) {
    throw new Refused('NOT_YOUR_UNIT');
  }
  return dispatch;
}

/**
 * Make a cover letter for transfers that were sent, each once per sending. Refuses with NOT_DISPATCHABLE
 * where one of them was not sent, is another unit's or stands in a letter already.
 */
export async function coverTransfers(
  deps: ApiDeps,
  account: Account,
  caseIds: readonly string[],
  key: string,
): Promise<void> {
  // The same request may come twice at one moment: then the other one makes the letter.
  const isMade = async (): Promise<boolean> => (await findDispatch(deps.pool, key)) !== null;
  if (await isMade()) return;
  const waiting = await listWaiting(deps.pool, account.unit, caseIds);
  const items = caseIds.flatMap((caseId) => waiting.find((item) => item.caseId === caseId) ?? []);
  if (items.length < caseIds.length) {
    if (await isMade()) return;
    throw new Refused('NOT_DISPATCHABLE');
  }
  const { ruleSetId } = await deps.laws.at(nowMs(deps));
  const sign = dispatchSign(await deps.laws.ruleSet(ruleSetId), 'STP');
  try {
    await makeDispatch(deps.pool, {
      id: key,
      unit: account.unit,
      year: Number(dateOf(nowMs(deps)).slice(0, 4)),
      sign,
      ruleSetId,
      by: account.id,
      at: nowIso(deps),
      items: items.map(({ sentAt: _sentAt, ...item }) => item),
    });
  } catch (error) {
    const broken = brokenUnique(error);
    if (broken === 'dispatches_pkey') return;
    if (broken !== 'dispatch_items_case_id_sending_key') throw error;
    throw new Refused('NOT_DISPATCHABLE', [], { cause: error });
  }
}

/** A cover letter with its list as PDF bytes; the same letter is the same paper for ever. */
export async function dispatchPaperOf(
  deps: ApiDeps,
  { id, unit, ruleSetId, number, madeAt }: StoredDispatch,
): Promise<Uint8Array> {
  const at = Date.parse(madeAt);
  const [letterhead, items, { coverLetter }] = await Promise.all([
    letterheadOf(deps, { unit, ruleSetId, openedAt: at }),
    listItems(deps.pool, id),
    exchangeData(),
  ]);
  return renderDispatch(
    { letterhead, wording: coverLetter, number, at, items },
    { demo: deps.demonstration },
  );
}
