import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../db/sql.ts';
import { addDays, dateOf } from '../../domain/instant.ts';
import type { LetterLine } from '../../domain/letter.ts';
import { readPdf } from '../print/readPdf.ts';
import { lateCase, lettersOf, SPEED, trySign } from '../support/apologies.ts';
import { openOffice, type Office } from '../support/office.ts';
import { until } from '../support/until.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ speed: SPEED });
});
afterAll(() => office.close());

test('a promised date that is missed too needs the director', async () => {
  const { caseId, letter } = await lateCase(office);
  const tomorrow = await firstPromise(letter);
  expect(tomorrow.ok).toBe(true);
  const second = await until(
    async () => (await lettersOf(office, caseId)).find(({ clock }) => clock === 'promise') ?? null,
    { withinMs: 40_000 },
  );
  expect(second).toMatchObject({ again: true, status: 'DRAFT' });
  const byHead = await trySign(office, second, second.proposedOn);
  expect(byHead).toMatchObject({ ok: false, code: 'HIGHER_SIGNER_NEEDED' });
  const byDirector = await trySign(office, second, second.proposedOn, 'phogiamdoc.hn');
  expect(byDirector.ok).toBe(true);
  const director = await office.as('phogiamdoc.hn');
  const response = await office.app.inject({
    url: `/api/v1/letters/${second.id}/paper.pdf`,
    headers: { cookie: director.cookie },
  });
  const words = readPdf(response.rawPayload).text.replace(/\s+/gu, ' ');
  expect(words).toContain('KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC');
  expect(words).toMatch(/đã có phiếu xin lỗi số \d+\/PXL-STP/u);
});

test('who was promised a date is not told again before that date is missed', async () => {
  const { caseId, letter } = await lateCase(office);
  await trySign(office, letter, letter.proposedOn);
  const reached = () =>
    office.db.exists(sql.typeAlias('void')`
      SELECT FROM escalations WHERE case_id = ${caseId} AND rung = 'LONG_OVERDUE'
    `);
  await until(reached, { withinMs: 50_000 });
  expect((await lettersOf(office, caseId)).map(({ status }) => status)).toEqual(['SIGNED']);
});

/** The nearest date that may be promised. */
async function firstPromise(letter: LetterLine) {
  for (let date = dateOf(Date.parse(letter.draftedAt)); ; date = addDays(date, 1)) {
    const result = await trySign(office, letter, date);
    if (!['PROMISE_NOT_AHEAD', 'PROMISE_ON_DAY_OFF'].includes(result.code)) return result;
  }
}
