import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { identityWeights } from '../../../api/identityWeights.ts';
import { compare, IDENTITY_CLASSES, prepared } from '../../../domain/identity/compare.ts';
import type { Identity } from '../../../domain/identity/identity.ts';
import { nameKey } from '../../../domain/identity/names.ts';
import { personalIdsOf } from '../../../domain/identity/numbers.ts';

const weights = await identityWeights();
const NOBODY = new Set<string>();

// Few values of each, so that persons often agree in part.
const name = fc
  .array(fc.constantFrom('Nguyễn', 'Lý', 'Lí', 'Văn', 'Thị', 'Hòa', 'Hoà', 'Hoa', 'Đức', 'Duc'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(' '));
const birthDate = fc.constantFrom(
  '1985',
  '1985-02',
  '1985-02-11',
  '1985-11-02',
  '1958-02-11',
  '1990-01-01',
);
const personalId = fc.constantFrom('001185012345', '001185012346', '001085012345', '079190555555');
const identity: fc.Arbitrary<Identity> = fc.record({
  fullName: name,
  otherNames: fc.array(name, { maxLength: 2 }),
  gender: fc.constantFrom('MALE', 'FEMALE', 'OTHER'),
  birthDate,
  personalId: fc.option(personalId),
  documents: fc.array(
    fc.record({
      type: fc.constantFrom('CMND', 'CCCD', 'PASSPORT'),
      number: fc.oneof(fc.constantFrom('012345678', 'C1234567'), personalId),
    }),
    { maxLength: 2 },
  ),
  fatherName: fc.option(name),
  motherName: fc.option(name),
  birthPlace: fc.option(fc.constantFrom('quận Ba Đình, Hà Nội', 'Hà Nội', 'tỉnh Nghệ An')),
  residences: fc.array(fc.constantFrom('Ba Đình, Hà Nội', 'Vinh, Nghệ An'), { maxLength: 2 }),
});

function between(one: Identity, other: Identity) {
  return compare(prepared(one), prepared(other), weights, NOBODY);
}

function rankOf(one: Identity, other: Identity): number {
  return IDENTITY_CLASSES.indexOf(between(one, other).class);
}

test('whoever is asked for and whoever is known, the comparison is the same', () => {
  fc.assert(
    fc.property(identity, identity, (one, other) => {
      expect(between(one, other)).toEqual(between(other, one));
    }),
  );
});

test('nobody is more like a person than the person', () => {
  fc.assert(
    fc.property(identity, identity, (one, other) => {
      const self = between(one, one);
      const numbered = personalIdsOf(one).length > 0;
      if (numbered) expect(self.class).toBe('CERTAIN');
      const told = new Set(self.contributions.map(({ finding }) => finding.split('.')[0]));
      const best = between(one, other).contributions.filter(({ finding }) =>
        told.has(finding.split('.')[0]),
      );
      for (const { finding, weight } of best) {
        const field = finding.split('.')[0];
        const own = self.contributions.find((each) => each.finding.split('.')[0] === field);
        expect(own?.weight).toBeGreaterThanOrEqual(weight);
      }
    }),
  );
});

test('nothing is certain without an exact number in common and a name or date that agrees', () => {
  fc.assert(
    fc.property(identity, identity, (one, other) => {
      const { class: found, contributions } = between(one, other);
      const findings = new Set<string>(contributions.map(({ finding }) => finding));
      const keyed = findings.has('personalId.SAME') || findings.has('document.SAME');
      const agrees = !findings.has('name.DIFFERS') || !findings.has('birthDate.DIFFERS');
      if (found === 'CERTAIN') expect([keyed, agrees]).toEqual([true, true]);
    }),
    { numRuns: 500 },
  );
});

test('numbers that differ in anything are never the same number', () => {
  const digits = fc.stringMatching(/^\d{12}$/);
  fc.assert(
    fc.property(identity, digits, digits, (person, one, other) => {
      fc.pre(one !== other);
      const told = (id: string): Identity => ({ ...person, personalId: id, documents: [] });
      const { contributions, class: found } = between(told(one), told(other));
      const findings = contributions.map(({ finding }) => finding);
      expect(findings).not.toContain('personalId.SAME');
      expect(found).not.toBe('CERTAIN');
    }),
  );
});

const CONTRADICTIONS: Partial<Identity>[] = [
  { personalId: '096300777777' },
  { fatherName: 'Quách Bá Xuyên' },
  { motherName: 'Quách Bá Xuyên' },
  { birthPlace: 'tỉnh Cà Mau' },
  { residences: ['tỉnh Cà Mau'] },
];

test('to tell one more thing that contradicts never raises the class', () => {
  fc.assert(
    fc.property(identity, identity, fc.constantFrom(...CONTRADICTIONS), (one, other, told) => {
      const [field] = Object.keys(told) as (keyof Identity)[];
      const silent: Partial<Identity> = { [field ?? '']: field === 'residences' ? [] : null };
      const before = rankOf({ ...one, ...silent }, other);
      expect(rankOf({ ...one, ...told }, other)).toBeLessThanOrEqual(before);
    }),
    { numRuns: 500 },
  );
});

test('the key of a name is one for every order and spelling of it', () => {
  fc.assert(
    fc.property(name, fc.nat(), (text, seed) => {
      const words = text.split(' ');
      const turned = [...words.slice(seed % words.length), ...words.slice(0, seed % words.length)];
      expect(nameKey(turned.join('  ').toUpperCase().normalize('NFD'))).toBe(nameKey(text));
    }),
  );
});
