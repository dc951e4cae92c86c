import { expect, test } from '@jest/globals';
import { identityWeights } from '../../../api/identityWeights.ts';
import { compare, prepared } from '../../../domain/identity/compare.ts';
import type { Identity } from '../../../domain/identity/identity.ts';
import { rank, sharedNumbers } from '../../../domain/identity/lookUp.ts';
import { IdentityWeights } from '../../../domain/identity/weights.ts';

const weights = await identityWeights();
const ID = '001185012345';
const PERSON: Identity = {
  fullName: 'Lý Thị Hòa',
  otherNames: [],
  gender: 'FEMALE',
  birthDate: '1985-02-11',
  personalId: ID,
  documents: [],
  fatherName: 'Lý Văn Bình',
  motherName: 'Phạm Thị Ngân',
  birthPlace: 'quận Ba Đình, thành phố Hà Nội',
  residences: ['Số 3 đường Kim Mã, quận Ba Đình, thành phố Hà Nội'],
};
const OLD_CARD = [{ type: 'CMND', number: '012345678' }] as const;

/** The class of this person against one told with these changes, numbers shared by nobody. */
function classOf(known: Partial<Identity>, asked: Partial<Identity> = {}): string {
  const [one, other] = [
    { ...PERSON, ...asked },
    { ...PERSON, ...known },
  ];
  return compare(prepared(one), prepared(other), weights, new Set()).class;
}

test.each<[string, Partial<Identity>, string]>([
  ['all the same', {}, 'CERTAIN'],
  ['name in another spelling', { fullName: 'LÍ THỊ HOÀ' }, 'CERTAIN'],
  ['year of birth only', { birthDate: '1985' }, 'CERTAIN'],
  ['a slip in the date', { birthDate: '1985-02-17' }, 'CERTAIN'],
  ['another name: identity theft, or a new name', { fullName: 'Vũ Thị Lan' }, 'POSSIBLE'],
  ['a name one letter off: a twin’s number', { fullName: 'Lý Thị Hoan' }, 'POSSIBLE'],
  ['another date', { birthDate: '1991-07-30' }, 'POSSIBLE'],
  ['another gender, as after a change', { gender: 'MALE' }, 'POSSIBLE'],
  ['other parents', { fatherName: 'Vũ Văn Nam' }, 'POSSIBLE'],
  ['nothing but the number', { fullName: 'Vũ Thị Lan', birthDate: '1991-07-30' }, 'POSSIBLE'],
])('the same number and %s: %s', (_what, known, expected) => {
  expect(classOf(known)).toBe(expected);
});

test.each<[string, Partial<Identity>]>([
  ['no number', { personalId: null }],
  ['one digit off', { personalId: '001185012346' }],
  ['two digits swapped', { personalId: '001185012354' }],
  ['another number', { personalId: '001185999999' }],
])('however much agrees, %s is never certain', (_what, known) => {
  expect(classOf(known)).toBe('POSSIBLE');
});

test('a card of twelve digits bears the personal ID; an old card proves by itself', () => {
  const onCard: Partial<Identity> = { documents: [{ type: 'CCCD', number: ID }] };
  expect(classOf({ ...onCard, personalId: null })).toBe('CERTAIN');
  const old = { personalId: null, documents: [...OLD_CARD] };
  expect(classOf(old, old)).toBe('CERTAIN');
  expect(classOf({ ...old, documents: [{ type: 'CMND', number: '12345678' }] }, old)).toBe(
    'POSSIBLE',
  );
});

test('an old card in common with another personal ID is no certainty', () => {
  const documents = [...OLD_CARD];
  expect(classOf({ documents, personalId: '001185999999' }, { documents })).toBe('POSSIBLE');
});

test('digits of a number that only one side has say what they say', () => {
  const findings = (known: Partial<Identity>): string[] =>
    compare(
      prepared(PERSON),
      prepared({ ...PERSON, personalId: null, ...known }),
      weights,
      new Set(),
    ).contributions.map(({ finding }) => finding);
  expect(findings({})).toContain('personalId.DIGITS_SUIT');
  expect(findings({ birthDate: '1986-02-11' })).toContain('personalId.DIGITS_CONTRADICT');
  expect(findings({ gender: 'MALE' })).toContain('personalId.DIGITS_CONTRADICT');
});

test('a number two contradicting persons carry is shared; two records of one person share nothing', () => {
  const other = { ...PERSON, fullName: 'Vũ Thị Lan' };
  expect([...sharedNumbers([PERSON, other])]).toEqual([ID]);
  const twice = { ...PERSON, fullName: 'LÍ THỊ HOÀ', birthDate: '1985' };
  expect([...sharedNumbers([PERSON, twice])]).toEqual([]);
});

test('the likeliest stands first, all classes told', () => {
  const known = [
    { id: 1, identity: { ...PERSON, fullName: 'Vũ Văn Nam', birthDate: '1950', personalId: null } },
    { id: 2, identity: { ...PERSON, personalId: null } },
    { id: 3, identity: PERSON },
  ];
  const ranked = rank({ ...PERSON, fatherName: null, motherName: null }, known, weights);
  expect(ranked.map(({ known: { id }, comparison }) => [id, comparison.class])).toEqual([
    [3, 'CERTAIN'],
    [2, 'POSSIBLE'],
    [1, 'UNLIKELY'],
  ]);
});

test.each([
  ['speaks for, weighs against', { 'name.SAME': -1 }],
  ['speaks against, weighs for', { 'name.DIFFERS': 1 }],
  ['weighs more than the best of its field', { 'name.PART': 7 }],
])('weights of which one %s are refused', (_what, wrong) => {
  const changed = { ...weights, weights: { ...weights.weights, ...wrong } };
  expect(IdentityWeights.safeParse(changed).success).toBe(false);
});

test('nothing but an exact number of its own can be made a key of certainty', () => {
  const certain = { ...weights.certain, key: ['name.SAME'] };
  expect(IdentityWeights.safeParse({ ...weights, certain }).success).toBe(false);
});
