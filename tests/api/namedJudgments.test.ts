import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { decodeJwt } from 'jose';
import { VerificationRequestMessage } from '../../agencies/contract.ts';
import { QUESTION_COLUMNS } from '../../domain/answerSheet.ts';
import { PacketContent } from '../../domain/packet.ts';
import { openOffice, type Office } from '../support/office.ts';
import { downloadPacket } from '../support/packets.ts';
import { reply } from '../support/replies.ts';
import { askedCase, HANOI, JUDGMENT, RECORD_FOUND } from '../support/scenes.ts';
import { until } from '../support/until.ts';

const { judgmentNumber, judgmentDate, court } = JUDGMENT;
const NAMED = [{ judgmentNumber, judgmentDate, court }];
const dated = (mark: string): string => judgmentDate.split('-').toReversed().join(mark);

let office: Office;
let police: VerificationRequestMessage;
let asked: VerificationRequestMessage;
beforeAll(async () => {
  office = await openOffice();
  const { caseId, policeRequest } = await askedCase(office);
  await reply(office, policeRequest, RECORD_FOUND);
  const sent = (kind: string) =>
    until(() =>
      office.agencies.asked.find((one) => one.requestId.startsWith(caseId) && one.kind === kind),
    );
  police = await sent('POLICE');
  asked = await sent('COURT');
});
afterAll(() => office.close());

test('the question to a court names the judgment that the police told of, and no other question has the field', () => {
  expect(asked.judgments).toEqual(NAMED);
  expect(Object.keys(police)).not.toContain('judgments');
  const { judgments: _named, ...older } = asked;
  expect(VerificationRequestMessage.safeParse(older).success).toBe(true);
});

test('a packet of the court and its answer sheet name it too; one signed before is read as it was', async () => {
  const { file, lines } = await downloadPacket(await office.as(HANOI.courtLiaison));
  const content = PacketContent.parse(decodeJwt(JSON.parse(file).packet));
  expect(content.requests.map(({ judgments }) => judgments)).toEqual([NAMED]);
  const [line] = lines;
  expect(line?.[QUESTION_COLUMNS.judgments]).toBe(`${judgmentNumber} ngày ${dated('.')}, ${court}`);
  const signedBefore = content.requests.map(({ judgments: _named, ...request }) => request);
  const read = PacketContent.parse({ ...content, requests: signedBefore });
  expect(read.requests[0]?.judgments).toEqual([]);
});

test('the desk taken away as a file has its number, date and court', async () => {
  const { text } = await (await office.as(HANOI.courtLiaison)).ask('GET', '/desk.csv');
  const [row] = parse(text, { columns: true, bom: true }) as Record<string, string>[];
  expect(row).toMatchObject({
    'Bản án được hỏi: số': judgmentNumber,
    'Bản án được hỏi: ngày': dated('/'),
    'Bản án được hỏi: tòa án': court,
  });
});
