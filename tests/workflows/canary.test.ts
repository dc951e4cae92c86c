import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dataConverterOf } from '../../engine/connect.ts';
import { found, keptByTemporal } from '../support/canaries.ts';
import { openOffice, type Office, TEST_PAYLOAD_KEY } from '../support/office.ts';
import { answer, anApplication, decide, HANOI, JUDGMENT, RECORD_FOUND } from '../support/scenes.ts';
import { until } from '../support/until.ts';

/** Words of a person and of a conviction that must be found nowhere but in PostgreSQL. */
const CANARY = {
  fullName: 'Chim Hoàng Yến Kêu',
  personalId: '001085777333',
  birthDate: '1985-07-13',
  address: 'Ngõ Hoàng Yến 777',
  phone: '0912777333',
  email: 'hoangyen777@example.org',
  offence: 'Tội trộm chim yến hiếm',
  reason: 'Lý do chim yến bay mất',
  received: 'Chim yến tự tay nhận',
  unsaid: 'Chim yến chưa từng nói',
};

const WORDS = Object.values(CANARY);

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** A case full of canaries, with refused and failed acts along its way, to the applicant's hand. */
async function liveThroughAll(): Promise<string> {
  const application = anApplication();
  const address = { text: CANARY.address, provinceCode: '01' };
  const { fullName, personalId, birthDate, phone, email } = CANARY;
  const subject = {
    ...application.subject,
    fullName,
    personalId,
    birthDate,
    phone,
    email,
    permanentResidence: address,
  };
  const desk = await office.as(HANOI.desk);
  const body = { ...application, subject, deliveryAddress: address, note: CANARY.reason };
  const { caseId } = await desk.must('POST', '/applications', body);
  const officer = await office.as(HANOI.officer);
  await officer.tryAct(caseId, 1, 'draft', {
    codes: { conclusion: 'NO_RECORD' },
    paper: { reasoning: CANARY.unsaid, entries: [] },
  });
  await officer.act(caseId, 'classify', { codes: { regime: 'SIMPLE', grounds: [] } });
  const entries = [{ ...JUDGMENT, offence: CANARY.offence }];
  office.agencies.mood.out.add(HANOI.court);
  await answer(office, `${caseId}/POLICE-1`, { ...RECORD_FOUND, entries, reason: CANARY.reason });
  await answer(office, `${caseId}/COURT-1`, { ...RECORD_FOUND, entries });
  const draft = {
    codes: { conclusion: 'HAS_RECORD' },
    paper: {
      reasoning: CANARY.reason,
      entries: entries.map((each) => {
        return { ...each, expungedOn: null, offenceAsSaid: CANARY.reason };
      }),
    },
  };
  await officer.act(caseId, 'draft', draft);
  await (await office.as(HANOI.head)).act(caseId, 'return', { paper: { reason: CANARY.reason } });
  await decide(office, caseId, draft);
  await desk.act(caseId, 'handOver', { paper: { receivedBy: CANARY.received } });
  office.agencies.mood.out.clear();
  await office.client.workflow.getHandle(caseId).result();
  return caseId;
}

test('nothing of a person or a conviction reaches Temporal or a log', async () => {
  const caseId = await liveThroughAll();
  const kept = await keptByTemporal(office, [caseId]);
  expect(kept.map(({ workflowId }) => workflowId)).toEqual([caseId]);
  for (const { raw, opened } of kept) {
    // The search itself finds what is there: codes and ids travel, words do not.
    expect(opened).toContain('RECORD_FOUND');
    expect(opened).toContain(caseId);
    expect(raw).not.toContain('RECORD_FOUND');
    expect(found(opened, WORDS)).toEqual([]);
    expect(found(raw, WORDS)).toEqual([]);
  }
  await until(() => office.logs.some((line) => line.includes('Activity failed')));
  expect(found(office.logs.join('\n'), WORDS)).toEqual([]);
});

test('messages of failures are encrypted like payloads', () => {
  const { failureConverterPath, payloadCodecs } = dataConverterOf(TEST_PAYLOAD_KEY);
  expect(failureConverterPath).toMatch(/failureConverter/u);
  expect(payloadCodecs).toHaveLength(1);
});
