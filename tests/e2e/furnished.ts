import { decodeJwt } from 'jose';
import { paperFor } from '../../bench/trial/papers.ts';
import { type PacketContent, PacketFile } from '../../domain/packet.ts';
import { DRAFTER, SWAP } from '../support/drafts.ts';
import { aRow, judgmentFile } from '../support/judgmentFiles.ts';
import { aCodeRequest } from '../support/offences.ts';
import { CAMPAIGN } from '../support/quality.ts';
import { aRecord, HANOI } from '../support/scenes.ts';
import { aJudgment } from '../support/supplies.ts';
import { accepted, answered, asked, drafted, issued } from './arranged.ts';
import type { Stage } from './stage.ts';

/** Words that name no offence of the catalogue: such a judgment waits for its code. */
const UNCLEAR = { offence: 'Tàng trữ cái gì đó', provision: 'Bộ luật Hình sự' };

/** Something of every kind in several states, so that few pages are looked at empty; what stands in the addresses, by name. */
export async function furnish(stage: Stage): Promise<Record<string, string>> {
  return {
    ...(await applications(stage)),
    ...(await records(stage)),
    ...(await supplies(stage)),
    ...(await others(stage)),
  };
}

async function applications(stage: Stage) {
  await accepted(stage);
  const { caseId: open } = await asked(stage);
  await answered(stage);
  await drafted(stage);
  const { caseId } = await issued(stage);
  const officer = await stage.as(HANOI.officer);
  await officer.get(`/cases/${caseId}`);
  const dispute = { clock: 'total', day: null, wanted: null, reason: 'Phiếu hẹn ghi sai ngày' };
  await officer.send('POST', `/cases/${open}/disputes`, dispute);
  return { issued: caseId, upload: await uploaded(stage) };
}

/** A packet with one question, answered and brought back, not imported yet. */
async function uploaded(stage: Stage): Promise<string> {
  const liaison = await stage.as(HANOI.policeLiaison);
  const { id } = await liaison.send<{ id: string }>('POST', '/packets', { most: 1 });
  const { packet, ...rest } = PacketFile.parse(await liaison.get(`/packets/${id}/packet.lltp`));
  const { requests } = decodeJwt<PacketContent>(packet);
  const answers = requests.map(({ requestId }) => ({ requestId, outcome: 'NO_RECORD' }));
  const file = JSON.stringify({ ...rest, packet, answers });
  const form = { file, sheet: null };
  return (await liaison.send<{ id: string }>('POST', '/packets/uploads', form)).id;
}

async function records(stage: Stage) {
  const officer = await stage.as(HANOI.records);
  const enter = (record: object) =>
    officer.send<{ caseId: string; recordNumber: string }>('POST', '/transfers', { record });
  const { caseId: transfer, recordNumber } = await enter(aRecord());
  const [series = '', serial = ''] = recordNumber.split('/');
  const receiver = await stage.as('tiepnhan.tt');
  await receiver.send('POST', '/exchange/papers', paperFor(recordNumber, aRecord()));
  const { judgment, ...rest } = aRecord('Trần Văn Chuẩn');
  const unclear = await enter({ ...rest, judgment: { ...judgment, ...UNCLEAR } });
  const offence = `/records/${unclear.recordNumber}/judgments/1/offence`;
  const notice = await officer.send<{ id: string }>('POST', offence, { code: 'BLHS2015-249' });
  const run = { unit: HANOI.unit };
  const compared = await officer.send<{ caseId: string }>('POST', '/exchange/reconciliations', run);
  return { transfer, series, serial, notice: notice.id, reconciliation: compared.caseId };
}

async function supplies(stage: Stage) {
  const officer = await stage.as(HANOI.records);
  const days = { arrivedOn: '2023-09-15' };
  const entered = { supply: aJudgment('Lê Văn Nguồn Tin', days), channel: 'PAPER' };
  const { line } = await officer.send<{ line: { id: string } }>('POST', '/supplies', entered);
  const file = judgmentFile([aRow(1), aRow(2, { 'Mã tỉnh': '99' })]);
  const path = '/supply-batches?name=ban-an.csv';
  const { batch } = await officer.send<{ batch: { id: string } }>('POST', path, file);
  const { campaign } = await officer.send<{ campaign: { id: string } }>(
    'POST',
    '/campaigns',
    CAMPAIGN,
  );
  return { entry: line.id, batch: batch.id, campaign: campaign.id };
}

async function others(stage: Stage) {
  const officer = await stage.as(HANOI.officer);
  const away = { from: '2023-12-04', to: '2023-12-05', delegate: null };
  const account = officer.session?.account.id ?? '';
  await officer.send('POST', '/absences', { ...away, account, reason: 'LEAVE', note: null });
  const request = aCodeRequest();
  const code = await (
    await stage.as(HANOI.records)
  ).send<{ caseId: string }>('POST', '/catalogue/requests', { request });
  const reviewer = await stage.as('kiemtra.tt');
  const { releases } = await reviewer.get<{ releases: { id: string }[] }>('/catalogue/releases');
  const change = { title: 'Hoán đổi ngày 22/9', change: SWAP };
  const draft = await (await stage.as(DRAFTER)).send<{ id: string }>('POST', '/drafts', change);
  const found = { codeRequest: code.caseId, release: releases[0]?.id ?? '', draft: draft.id };
  return { ...found, officer: account };
}
