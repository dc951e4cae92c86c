import { expect, test } from '@jest/globals';
import { aRow, faultsOf, judgmentFile } from '../support/judgmentFiles.ts';
import { openRecordDesk } from '../support/recordDesk.ts';

const desk = openRecordDesk();
const LIST = { headers: { 'content-type': 'text/csv' } };

/** Upload a list of judgments, or of offences as the person who imports them. */
async function uploaded(bytes: Buffer | string, query = '', to = 'supply-batches') {
  const person = to === 'supply-batches' ? desk.officer : await desk.office.as('kiemtra.tt');
  return person.ask('POST', `/${to}?name=ds.csv&${query}`, bytes, LIST);
}

const OFFENCES = 'catalogue/releases';
const TITLE = 'title=Danh-muc';

test.each([
  ['UTF-8', (text: string) => Buffer.from(text)],
  ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
])('a list in %s with a zero in a cell is no text', async (encoding, bytes) => {
  const file = bytes(judgmentFile([aRow(1, { 'Họ và tên': 'Nguyễn\u0000Văn' })]));
  const { status, body } = await uploaded(file, `encoding=${encoding}`);
  expect([status, body.code]).toEqual([422, 'LIST_NOT_TEXT']);
  const list = bytes(
    'code,penal_code,article,name,valid_from\nBLHS2015-1,2015,1,A\u0000B,2018-01-01',
  );
  const offences = await uploaded(list, `${TITLE}&encoding=${encoding}`, OFFENCES);
  expect([offences.status, offences.body.code]).toEqual([422, 'LIST_NOT_TEXT']);
});

test('of a long cell no half character is shown', async () => {
  const long = `${'a'.repeat(79)}😀`;
  const file = judgmentFile([aRow(1, { 'Họ và tên': long, 'Số bản án': long, 'Tội danh': long })]);
  const { status, body } = await uploaded(file);
  expect(status).toBe(201);
  expect(await faultsOf(desk.officer, body.batch.id)).toEqual([
    [2, 'number TOO_LONG', 'fullName UNPRINTABLE', 'offence UNPRINTABLE'],
  ]);
  const list = `code,penal_code,article,name,valid_from\nBLHS2015-1,2015,1,Tội mẫu,${long}`;
  const offences = await uploaded(list, TITLE, OFFENCES);
  expect(offences.status).toBe(201);
  expect(JSON.stringify(offences.body)).toContain(`"${'a'.repeat(79)}"`);
});

test('an offence that holds since the year 0000 is a faulty row', async () => {
  const list = `code,penal_code,article,name,valid_from\nBLHS2015-1,2015,1,Tội mẫu,0000-01-01`;
  const { status, body } = await uploaded(list, TITLE, OFFENCES);
  expect(status).toBe(201);
  expect(JSON.stringify(body)).toContain('YEAR_OUT_OF_RANGE');
});
