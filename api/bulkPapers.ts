import { findBulk } from '../db/desk/bulk.ts';
import { noteRead, noteReads } from '../db/desk/readAudit.ts';
import { findPrintedCertificate } from '../db/read/certificates.ts';
import { getSubmitted } from '../db/read/cases.ts';
import type { Account } from '../domain/account.ts';
import { applicantName } from '../domain/application.ts';
import { BULK_PAPERS, type BulkPaper } from '../domain/bulk.ts';
import type { AnyState } from '../domain/flow/anyCase.ts';
import { BEFORE_ISSUE } from '../domain/flow/applicationState.ts';
import { allows } from '../domain/permission.ts';
import { joinPapers } from '../print/join.ts';
import { getState } from './acting.ts';
import { type ApiDeps, nowIso } from './deps.ts';
import { receiptOf } from './receipt.ts';
import { Refused } from './refused.ts';

/** Steps after which the certificate is the paper that is handed out. */
const ISSUED: readonly string[] = ['DELIVERING', 'POSTED', 'CLOSED'];

/** The paper a case's step calls for; refuses where there is none, or not for this account. */
export async function paperFor(
  { pool }: ApiDeps,
  account: Account,
  state: AnyState,
): Promise<BulkPaper> {
  if (state.kind !== 'APPLICATION') throw new Refused('NO_PAPER_TO_PRINT');
  if (ISSUED.includes(state.step)) {
    if (!allows(account, 'certificate.read')) throw new Refused('NOT_PERMITTED');
    const printed = await findPrintedCertificate(pool, state.caseId);
    if (printed === null) throw new Refused('CERTIFICATE_MISSING');
    return 'CERTIFICATE';
  }
  if (state.acceptedAt === null || !BEFORE_ISSUE.includes(state.step))
    throw new Refused('NO_PAPER_TO_PRINT');
  if (!allows(account, 'receipt.read')) throw new Refused('NOT_PERMITTED');
  return 'RECEIPT';
}

/** Who is noted as having received a certificate handed over with others; reading it is noted. */
export async function receiverOf(
  deps: ApiDeps,
  { id: account }: Account,
  caseId: string,
): Promise<string> {
  const { application } = await getSubmitted(deps.pool, caseId);
  if (application === null) throw new Refused('CASE_NOT_FOUND');
  await noteRead(deps.pool, { account, caseId, what: 'receiver', at: nowIso(deps) });
  return applicantName(application);
}

/**
 * The papers of a set that was confirmed, as one PDF in the order of the preview; reading each is noted.
 * What has no paper any more by now is refused: nobody would miss it among the sheets.
 */
export async function printBulk(
  deps: ApiDeps,
  account: Account,
  token: string,
): Promise<Uint8Array> {
  const frozen = await findBulk(deps.pool, token, account.id);
  if (frozen?.action !== 'print' || frozen.results === null) throw new Refused('NOT_FOUND');
  const caseIds = frozen.results.filter(({ code }) => code === null).map(({ caseId }) => caseId);
  if (caseIds.length === 0) throw new Refused('NO_PAPER_TO_PRINT');
  const papers: { caseId: string; paper: BulkPaper; bytes: Uint8Array }[] = [];
  for (const caseId of caseIds) {
    const { state } = await getState(deps.pool, caseId);
    const paper = await paperFor(deps, account, state);
    papers.push({ caseId, paper, bytes: await bytesOf(deps, state, paper) });
  }
  const at = nowIso(deps);
  for (const kind of BULK_PAPERS) {
    const ofKind = papers.filter(({ paper }) => paper === kind);
    const caseIds = ofKind.map(({ caseId }) => caseId);
    const what = kind === 'CERTIFICATE' ? 'certificate' : 'receipt';
    await noteReads(deps.pool, { account: account.id, caseIds, what, at });
  }
  return joinPapers(papers.map(({ bytes }) => bytes));
}

async function bytesOf(deps: ApiDeps, state: AnyState, paper: BulkPaper): Promise<Uint8Array> {
  if (paper === 'CERTIFICATE') {
    const printed = await findPrintedCertificate(deps.pool, state.caseId);
    if (printed === null) throw new Refused('CERTIFICATE_MISSING');
    return printed.pdf;
  }
  const { application, ...submitted } = await getSubmitted(deps.pool, state.caseId);
  if (application === null || state.kind !== 'APPLICATION') throw new Refused('NO_PAPER_TO_PRINT');
  return receiptOf(deps, state, { ...submitted, application });
}
