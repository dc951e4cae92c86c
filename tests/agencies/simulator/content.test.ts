import { expect, test } from '@jest/globals';
import { plausibleEntry } from '../../../agencies/simulator/conviction.ts';
import { contradiction, naturalOutcome, verdictOf } from '../../../agencies/simulator/statement.ts';
import { s10Number } from '../../../agencies/simulator/intake.ts';
import { AnswerMessage, ConvictionEntry } from '../../../domain/agencyMessage.ts';
import { VERIFICATION_OUTCOMES } from '../../../domain/flow/verification.ts';
import { AN_ENTRY, anAnswer, aRequest } from '../samples.ts';

const TODAY = '2023-09-18';

function personNumber(n: number) {
  return { ...aRequest().person, personalId: `040175${String(n).padStart(6, '0')}` };
}

test('of many people about 95 % have no record, 3 % one, 1 % are unclear, 1 % to be identified', () => {
  const counts = new Map<string, number>();
  for (let n = 0; n < 10_000; n += 1) {
    const outcome = naturalOutcome(aRequest({ person: personNumber(n) }));
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  const share = (outcome: string): number => (counts.get(outcome) ?? 0) / 100;
  expect(Math.round(share('NO_RECORD'))).toBe(95);
  expect(Math.round(share('RECORD_FOUND'))).toBe(3);
  expect(Math.round(share('UNCLEAR'))).toBe(1);
  expect(Math.round(share('NEEDS_IDENTIFICATION'))).toBe(1);
});

test('the answer depends on the person alone, not on name of request, purpose or day', () => {
  for (let n = 0; n < 200; n += 1) {
    const person = personNumber(n);
    const other = aRequest({ person, requestId: 'x', messageId: 'y', purpose: 'Du học' });
    expect(naturalOutcome(other)).toBe(naturalOutcome(aRequest({ person })));
  }
});

test('nobody is asked for identification twice', () => {
  for (let n = 0; n < 2000; n += 1) {
    const second = aRequest({
      person: personNumber(n),
      round: 2,
      identification: 'Giấy khai sinh',
    });
    expect(naturalOutcome(second)).not.toBe('NEEDS_IDENTIFICATION');
  }
});

test('of whom all papers are younger than the time in Viet Nam, older ones are asked for', () => {
  const passport = { type: 'PASSPORT' as const, issuedBy: null };
  const younger = { ...passport, number: 'M99887766', issuedOn: '2019-05-20' };
  const former = { ...passport, number: 'M11223344', issuedOn: '2008-02-01', former: true };
  const residences = [{ from: '2010-03', to: '2015-06', place: 'Hà Nội', provinceCode: '01' }];
  const gone = { ...aRequest().person, personalId: null, residences };
  const of = (documents: object[], round = 1) =>
    naturalOutcome(aRequest({ person: { ...gone, documents } as never, round }));
  expect(of([younger])).toBe('NEEDS_IDENTIFICATION');
  expect(of([former, younger])).not.toBe('NEEDS_IDENTIFICATION');
  expect(of([younger], 2)).not.toBe('NEEDS_IDENTIFICATION');
});

test.each(VERIFICATION_OUTCOMES)(
  'a verdict of %s and its contradiction keep the contract',
  (outcome) => {
    const verdict = verdictOf({ outcome }, AN_ENTRY, TODAY);
    expect(AnswerMessage.safeParse(anAnswer(verdict)).error).toBeUndefined();
    const opposite = contradiction(verdict);
    expect(opposite.outcome).not.toBe(outcome);
    expect(AnswerMessage.safeParse(anAnswer(opposite)).error).toBeUndefined();
  },
);

test.each(['1955', '1975-04', '1990-12-31', '2006-01-01'])(
  'judgments of a person born %s lie in adult life, a year back, under the code of their day',
  (birthDate) => {
    for (let n = 0; n < 100; n += 1) {
      const entry = plausibleEntry(`p-${n}`, birthDate, 'Tòa án nhân dân tỉnh Nghệ An', TODAY);
      expect(ConvictionEntry.safeParse(entry).error).toBeUndefined();
      const { judgmentDate, judgmentNumber, provision } = entry;
      expect(Number(judgmentDate.slice(0, 4))).toBeGreaterThan(Number(birthDate.slice(0, 4)) + 15);
      expect(judgmentDate <= '2022-09-18').toBe(true);
      expect(judgmentNumber).toContain(`/${judgmentDate.slice(0, 4)}/`);
      expect(provision).toContain(judgmentDate >= '2018-01-01' ? '2015' : '1999');
    }
  },
);

test.each([
  ['47312482', 'EV473124829VN'],
  ['00000000', 'EV000000005VN'],
  ['00000004', 'EV000000045VN'],
  ['00000008', 'EV000000080VN'],
])('the serial %s becomes the UPU S10 number %s', (serial, number) => {
  expect(s10Number(serial)).toBe(number);
});
