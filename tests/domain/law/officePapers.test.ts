import { expect, test } from '@jest/globals';
import { officeNames } from '../../../domain/law/officePapers.ts';
import { RULE_SETS, shippedRules } from '../../support/ruleSets.ts';

test.each([
  ['B', 'STP', 'Thành phố Hà Nội', 'UBND thành phố Hà Nội', 'Sở Tư pháp', 'Hà Nội'],
  ['C', 'STP', 'Tỉnh Nghệ An', 'Bộ Công an', 'Công an tỉnh Nghệ An', 'Nghệ An'],
  ['D', 'STP', 'Thành phố Huế', 'Bộ Công an', 'Công an thành phố Huế', 'Huế'],
  ['B', 'CENTRE', null, 'Bộ Tư pháp', 'Trung tâm Lý lịch tư pháp quốc gia', 'Hà Nội'],
  ['D', 'CENTRE', null, 'Bộ Công an', 'Cục Hồ sơ nghiệp vụ', 'Hà Nội'],
] as const)('under rule set %s a %s in %s signs as %s, %s', (id, kind, province, ...names) => {
  const [superior, name, place] = names;
  expect(officeNames(shippedRules(id), kind, province)).toEqual({ superior, name, place });
});

test('a rule set published before says who issues and nothing more', () => {
  const { agencies } = shippedRules('A');
  const { papers: _papers, ...issuer } = agencies.issuer;
  expect(officeNames({ agencies: { ...agencies, issuer } }, 'STP', 'Tỉnh Nghệ An')).toEqual({
    superior: null,
    name: 'Sở Tư pháp',
    place: 'Nghệ An',
  });
});

test('no letterhead and no sign of a number was read in a text of law', () => {
  for (const { agencies } of RULE_SETS) {
    for (const { papers } of [agencies.issuer, agencies.centralIssuer]) {
      expect(papers).toMatchObject({ verified: false });
    }
  }
});
