import { lateCase, SPEED, trySign } from './apologies.ts';
import { draftChange, published, rehearsed } from './drafts.ts';
import { TRIAL_DAY } from './exchange.ts';
import { EXCHANGE_STORIES } from './exchangeStories.ts';
import { NETWORK_STORIES, type Story } from './networkStories.ts';
import { aCodeRequest, anOffence } from './offences.ts';
import type { Office } from './office.ts';
import {
  answer,
  ANSWER,
  answeredCase,
  aRecord,
  askedCase,
  CLEAN_DRAFT,
  decide,
  deliver,
  HANOI,
  handIn,
  issuedCase,
  RECORD_DRAFT,
  RECORD_FOUND,
} from './scenes.ts';
import { standing } from './traces.ts';
import { until } from './until.ts';

async function sentRecord(office: Office): Promise<string> {
  const records = await office.as(HANOI.records);
  const { caseId } = await records.must('POST', '/transfers', { record: aRecord() });
  await records.act(caseId, 'send');
  await (await office.as('tiepnhan.tt')).act(caseId, 'receive');
  return caseId;
}

async function takeOver(office: Office, caseId: string): Promise<string> {
  await (await office.as('tiepnhan.tt')).act(caseId, 'checkRecord');
  await (await office.as('kiemtra.tt')).act(caseId, 'review');
  await (await office.as('duyet.tt')).act(caseId, 'updateOfficially');
  return caseId;
}

/** One story per path through the flows; each becomes a recorded history `<kind>.<story>@<date>.json`. */
export const STORIES: Record<string, Story> = {
  'application.clean': async (office) => {
    const { caseId } = await issuedCase(office);
    return deliver(office, caseId);
  },
  'application.recordFoundViaCourt': async (office) => {
    const { caseId, policeRequest } = await askedCase(office);
    await answer(office, policeRequest, RECORD_FOUND);
    await answer(office, `${caseId}/COURT-1`, RECORD_FOUND);
    await decide(office, caseId, RECORD_DRAFT);
    return deliver(office, caseId);
  },
  'application.returnedDraft': async (office) => {
    const { caseId } = await answeredCase(office);
    await (await office.as(HANOI.officer)).act(caseId, 'draft', CLEAN_DRAFT);
    const paper = { reason: 'Chưa đủ căn cứ' };
    await (await office.as(HANOI.head)).act(caseId, 'return', { paper });
    await decide(office, caseId);
    return deliver(office, caseId);
  },
  'application.supplement': async (office) => {
    const { caseId } = await handIn(office, { accept: false });
    const desk = await office.as(HANOI.desk);
    await desk.act(caseId, 'requestSupplement', { paper: { missing: 'Ảnh' } });
    await desk.act(caseId, 'receiveSupplement', { paper: { received: 'Ảnh' } });
    await desk.act(caseId, 'accept', { codes: { feeSettled: true } });
    const officer = await office.as(HANOI.officer);
    await officer.act(caseId, 'classify', { codes: { regime: 'SIMPLE', grounds: [] } });
    const requestId = `${caseId}/POLICE-1`;
    await answer(office, requestId, {
      ...ANSWER,
      outcome: 'NEEDS_IDENTIFICATION',
      needed: 'Tên mẹ',
    });
    const paper = { identification: 'Mẹ: Lê Thị Mẫu' };
    await officer.act(caseId, 'identify', { codes: { requestId }, paper });
    await answer(office, requestId);
    await decide(office, caseId);
    return deliver(office, caseId);
  },
  'application.paused': async (office) => {
    const { caseId } = await handIn(office);
    const officer = await office.as(HANOI.officer);
    await officer.act(caseId, 'requestSupplement', { paper: { missing: 'Bản sao hộ chiếu' } });
    const paper = { received: 'Bản sao hộ chiếu' };
    await (await office.as(HANOI.desk)).act(caseId, 'receiveSupplement', { paper });
    await officer.act(caseId, 'classify', { codes: { regime: 'SIMPLE', grounds: [] } });
    await answer(office, `${caseId}/POLICE-1`);
    await decide(office, caseId);
    return deliver(office, caseId);
  },
  'application.extended': async (office) => {
    const { caseId, policeRequest } = await askedCase(office);
    const officer = await office.as(HANOI.officer);
    await officer.act(caseId, 'extendClock', {
      codes: { clock: `verification:${policeRequest}`, basis: 'CARD_INDEX' },
      paper: { reason: 'Phải tra cứu tàng thư' },
    });
    await officer.act(caseId, 'reclassify', {
      codes: { grounds: ['EXPUNGEMENT_TO_VERIFY'] },
      paper: { reason: 'Có án tích cần xác minh xóa' },
    });
    await answer(office, policeRequest);
    await decide(office, caseId);
    return deliver(office, caseId);
  },
  'application.lapse': async (office) => {
    const { caseId } = await handIn(office, { accept: false });
    const desk = await office.as(HANOI.desk);
    await desk.act(caseId, 'requestSupplement', { paper: { missing: 'Ảnh' } });
    await until(async () => (await standing(office, caseId)).step === 'LAPSED', {
      withinMs: 45_000,
    });
    return caseId;
  },
  'application.late': async (office) => {
    const { caseId, policeRequest } = await askedCase(office);
    await until(async () => (await standing(office, caseId)).rev >= 4, { withinMs: 45_000 });
    await answer(office, policeRequest);
    await decide(office, caseId);
    return deliver(office, caseId);
  },
  'application.apology': async (office) => {
    const { caseId, letter } = await lateCase(office);
    const signed = await trySign(office, letter, letter.proposedOn);
    if (!signed.ok) throw new Error(`the letter of ${caseId} was not signed: ${signed.code}`);
    const officer = await office.as(HANOI.officer);
    await officer.act(caseId, 'classify', { codes: { regime: 'URGENT', grounds: [] } });
    await answer(office, `${caseId}/POLICE-1`);
    await decide(office, caseId);
    return deliver(office, caseId);
  },
  'application.recall': async (office) => {
    const { caseId } = await issuedCase(office);
    const paper = { reason: 'Sai ngày sinh' };
    await (await office.as(HANOI.director)).act(caseId, 'recall', { paper });
    await decide(office, caseId);
    return deliver(office, caseId);
  },
  'application.recalledLater': async (office) => {
    const { caseId } = await issuedCase(office);
    await deliver(office, caseId);
    const paper = { reason: 'Bản án bị hủy' };
    await (await office.as(HANOI.director)).act(caseId, 'recall', { paper });
    await decide(office, caseId);
    return deliver(office, caseId);
  },
  'application.agencyOut': async (office) => {
    office.agencies.mood.out.add(HANOI.police);
    const { caseId, policeRequest } = await askedCase(office);
    await until(() => office.logs.some((line) => line.includes('"isLocal":false')));
    office.agencies.mood.out.clear();
    await until(() => office.agencies.asked.some(({ requestId }) => requestId === policeRequest), {
      withinMs: 45_000,
    });
    await answer(office, policeRequest);
    await decide(office, caseId);
    return deliver(office, caseId);
  },
  ...NETWORK_STORIES,
  'application.withdrawn': async (office) => {
    const { caseId } = await askedCase(office);
    const paper = { reason: 'Không còn nhu cầu' };
    await (await office.as(HANOI.desk)).act(caseId, 'withdraw', { paper });
    return caseId;
  },
  'application.refusedLate': async (office) => {
    const { caseId } = await askedCase(office);
    const refusal = {
      codes: { ground: 'PAPERS_INCOMPLETE_OR_FORGED' },
      paper: { reason: 'Giấy ủy quyền mang chữ ký giả.' },
    };
    await (await office.as(HANOI.director)).act(caseId, 'refuse', refusal);
    return caseId;
  },
  'transfer.clean': async (office) => takeOver(office, await sentRecord(office)),
  'transfer.returned': async (office) => {
    const caseId = await sentRecord(office);
    const paper = { reason: 'Sai nơi sinh' };
    await (await office.as('tiepnhan.tt')).act(caseId, 'returnRecord', { paper });
    const records = await office.as(HANOI.records);
    await records.act(caseId, 'correct', { paper: aRecord('Trần Văn Sửa') });
    await records.act(caseId, 'send');
    await (await office.as('tiepnhan.tt')).act(caseId, 'receive');
    return takeOver(office, caseId);
  },
  ...EXCHANGE_STORIES,
  'codeRequest.granted': async (office) => {
    const records = await office.as(HANOI.records);
    const request = aCodeRequest();
    const { caseId } = await records.must('POST', '/catalogue/requests', { request });
    const reviewer = await office.as('kiemtra.tt');
    const approver = await office.as('duyet.tt');
    const entry = anOffence({ code: 'MOI-1', name: 'Tội tổ chức đua xe kiểu mới' });
    const proposed = { codes: { code: entry.code }, paper: { entry, reason: 'Chưa có mã.' } };
    await reviewer.act(caseId, 'proposeEntry', proposed);
    await approver.act(caseId, 'returnProposal', { paper: { reason: 'Xem lại điều luật.' } });
    await reviewer.act(caseId, 'proposeEntry', proposed);
    await approver.act(caseId, 'grantCode');
    return caseId;
  },
  'reconciliation.closed': async (office) => {
    const records = await office.as(HANOI.records);
    await records.must('POST', '/transfers', { record: aRecord('Trần Văn Đối Chiếu') });
    const { caseId } = await records.must('POST', '/exchange/reconciliations', { unit: 'STP-01' });
    const path = `/exchange/reconciliations/${caseId}`;
    await records.must('POST', `${path}/comparison`);
    const { differences } = await records.must('GET', `${path}/differences?state=OPEN&limit=200`);
    const keys = differences.map(({ key }: { key: string }) => key);
    const settlement = { keys, settlement: 'EXPLAINED', note: 'Chưa đến hạn gửi.' };
    await records.must('POST', `${path}/settlements`, settlement);
    await records.act(caseId, 'closeReconciliation');
    return caseId;
  },
  // Last, because it publishes a calendar: cases opened afterwards start on that one.
  'application.recalculated': async (office) => {
    const { caseId, policeRequest } = await askedCase(office);
    const draft = await draftChange(office);
    await rehearsed(office, draft);
    await published(office, draft);
    await answer(office, policeRequest);
    await decide(office, caseId);
    return deliver(office, caseId);
  },
};

/** Stories that wait for a timer, and the speed at which that takes seconds. */
export const SPEEDS: Record<string, number> = {
  'application.lapse': 400_000,
  'application.late': 400_000,
  'application.apology': SPEED,
};

/** Stories that begin at another business instant than the ordinary one. */
export const BEGINNINGS: Record<string, number> = {
  'transfer.dualChannel': TRIAL_DAY,
  'transfer.slip': TRIAL_DAY,
};
