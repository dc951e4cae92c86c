import { expect, test } from '@jest/globals';
import { makeName } from '../../demo/names.ts';
import { seededRandom } from '../../demo/random.ts';
import { familyNames, givenNames, middleNames } from '../../demo/reference.ts';
import { PersonName } from '../../domain/text.ts';

const ETHNICITIES = [...new Set(familyNames().map(({ ethnicity }) => ethnicity))];
const GENDERS = ['M', 'F'] as const;

/** Every way the lists allow a name to be written. */
function writings(ethnicity: string, gender: 'M' | 'F'): Set<string> {
  const ofGroup = (row: { ethnicity: string; gender: string }): boolean =>
    row.ethnicity === ethnicity && row.gender === gender;
  const names = new Set<string>();
  for (const family of familyNames().filter((row) => row.ethnicity === ethnicity)) {
    for (const { name: middle, position } of middleNames().filter(ofGroup)) {
      for (const { name: given } of givenNames().filter(ofGroup)) {
        const marked = middle.endsWith("'") ? middle + given : `${middle} ${given}`;
        const parts = position === 'prefix' ? [marked, family.name] : [family.name, middle, given];
        names.add(parts.filter((part) => part !== '').join(' '));
      }
    }
  }
  return names;
}

test.each(
  ETHNICITIES.flatMap((ethnicity) => GENDERS.map((gender) => [ethnicity, gender] as const)),
)('names of %s %s come from the lists, in NFC, no word twice', (ethnicity, gender) => {
  const allowed = writings(ethnicity, gender);
  const random = seededRandom(`${ethnicity}/${gender}`);
  const names = Array.from({ length: 400 }, () => makeName(random, { ethnicity, gender }).full);
  expect(names.filter((name) => !allowed.has(name))).toEqual([]);
  expect(names.filter((name) => name !== name.normalize('NFC'))).toEqual([]);
  expect(names.filter((name) => !PersonName.safeParse(name).success)).toEqual([]);
  const repeats = names.filter((name) => new Set(name.split(' ')).size < name.split(' ').length);
  expect(repeats).toEqual([]);
});

test('among the Ê Đê the family name comes last, behind Y or H’', () => {
  const random = seededRandom('Ê Đê');
  const man = makeName(random, { ethnicity: 'Ê Đê', gender: 'M', family: 'Niê Kdăm' });
  const woman = makeName(random, { ethnicity: 'Ê Đê', gender: 'F', family: 'Niê Kdăm' });
  expect(man.full).toMatch(/^Y \p{Lu}\p{L}+ Niê Kdăm$/u);
  expect(woman.full).toMatch(/^H'\p{Lu}\p{L}+ Niê Kdăm$/u);
});

test('about a third of the Kinh are named Nguyễn', () => {
  const random = seededRandom('Nguyễn');
  const families = Array.from(
    { length: 5_000 },
    () => makeName(random, { ethnicity: 'Kinh', gender: 'F' }).family,
  );
  const share = families.filter((family) => family === 'Nguyễn').length / families.length;
  expect(share).toBeGreaterThan(0.3);
  expect(share).toBeLessThan(0.35);
});

test('an ethnicity without names is an error', () => {
  const random = seededRandom('none');
  expect(() => makeName(random, { ethnicity: 'Lô Lô', gender: 'M' })).toThrow('Lô Lô');
});
