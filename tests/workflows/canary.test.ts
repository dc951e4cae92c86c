import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dataConverterOf } from '../../engine/connect.ts';
import { EncryptingCodec } from '../../engine/codec.ts';
import { historyText } from '../support/histories.ts';
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

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** Canaries found in a text, in any of the forms a text may hide them. */
function found(text: string): string[] {
  return Object.values(CANARY).filter((word) =>
    [
      word,
      JSON.stringify(word).slice(1, -1),
      Buffer.from(word).toString('base64').slice(0, -4),
    ].some((form) => text.includes(form)),
  );
}

/** Every payload of a history as text, decrypted; and the history as it lies on the server. */
async function readEverything(caseId: string): Promise<{ raw: string; opened: string }> {
  const handle = office.client.workflow.getHandle(caseId);
  const history = await handle.fetchHistory();
  const codec = new EncryptingCodec(TEST_PAYLOAD_KEY);
  const texts: string[] = [];
  const walk = async (value: unknown): Promise<void> => {
    if (typeof value !== 'object' || value === null) return;
    if ('metadata' in value && 'data' in value && value.data instanceof Uint8Array) {
      const [payload] = await codec.decode([value as never]);
      texts.push(Buffer.from(payload?.data ?? []).toString('utf8'));
      return;
    }
    for (const inner of Object.values(value)) await walk(inner);
  };
  await walk(history.events);
  const description = await handle.describe();
  const raw = [
    historyText(history),
    JSON.stringify(description.memo ?? {}),
    JSON.stringify(description.raw, (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    ),
  ].join('\n');
  return { raw, opened: texts.join('\n') };
}

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
  const { raw, opened } = await readEverything(caseId);
  // The search itself finds what is there: codes and ids travel, words do not.
  expect(opened).toContain('RECORD_FOUND');
  expect(opened).toContain(caseId);
  expect(raw).not.toContain('RECORD_FOUND');
  expect(found(opened)).toEqual([]);
  expect(found(raw)).toEqual([]);
  const listed = office.client.workflow.list({ query: `WorkflowId = "${caseId}"` });
  await until(async () => {
    for await (const { workflowId, memo, searchAttributes } of listed) {
      expect(found(JSON.stringify({ workflowId, memo, searchAttributes }))).toEqual([]);
      return true;
    }
    return false;
  });
  await until(() => office.logs.some((line) => line.includes('Activity failed')));
  expect(found(office.logs.join('\n'))).toEqual([]);
});

test('the search would find a canary that is there', () => {
  expect(found(`x ${CANARY.fullName} y`)).toEqual([CANARY.fullName]);
  expect(found(Buffer.from(CANARY.address).toString('base64'))).toEqual([CANARY.address]);
});

test('messages of failures are encrypted like payloads', () => {
  const { failureConverterPath, payloadCodecs } = dataConverterOf(TEST_PAYLOAD_KEY);
  expect(failureConverterPath).toMatch(/failureConverter/u);
  expect(payloadCodecs).toHaveLength(1);
});
