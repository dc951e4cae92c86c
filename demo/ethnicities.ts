import type { Random } from './random.ts';

/** Ethnicity of everyone not listed below, and of all where a province has no list. */
export const KINH = 'Kinh';

/**
 * Per cent of the population by ethnicity and province code of the 63, only where data/ has names
 * of the community. Rounded from memory of the 2019 census: for demonstrations, not for statistics.
 */
const SHARES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '02': { "H'Mông": 34, Tày: 23, Nùng: 9 },
  '04': { Tày: 41, Nùng: 30, "H'Mông": 12 },
  '06': { Tày: 53, Nùng: 9, "H'Mông": 7 },
  '08': { Tày: 26, "H'Mông": 3, Nùng: 2 },
  '10': { "H'Mông": 25, Tày: 15, Nùng: 4 },
  '11': { "H'Mông": 38 },
  '12': { "H'Mông": 23 },
  '14': { "H'Mông": 16 },
  '15': { Tày: 18, "H'Mông": 13, Nùng: 2 },
  '19': { Tày: 12, Nùng: 7, "H'Mông": 1 },
  '20': { Nùng: 43, Tày: 36 },
  '22': { Tày: 3 },
  '24': { Nùng: 5, Tày: 3 },
  '40': { "H'Mông": 1 },
  '54': { 'Ê Đê': 3, Chăm: 3 },
  '58': { Chăm: 11 },
  '60': { Chăm: 3 },
  '66': { 'Ê Đê': 19, Nùng: 4, Tày: 3, "H'Mông": 2 },
  '67': { Nùng: 5, "H'Mông": 5, Tày: 4, 'Ê Đê': 1 },
  '84': { Khmer: 32 },
  '86': { Khmer: 2 },
  '89': { Khmer: 4, Chăm: 1 },
  '91': { Khmer: 12 },
  '92': { Khmer: 2 },
  '93': { Khmer: 3 },
  '94': { Khmer: 30 },
  '95': { Khmer: 7 },
  '96': { Khmer: 2 },
};

/** An ethnicity, as often as it is found in a province of the 63. */
export function pickEthnicity(random: Random, oldProvinceCode: string): string {
  const shares = Object.entries(SHARES[oldProvinceCode] ?? {});
  const listed = shares.reduce((sum, [, share]) => sum + share, 0);
  return random.weighted([...shares, [KINH, 100 - listed] as const], ([, share]) => share)[0];
}

/** Whether children carry the mother's family name: the Ê Đê are matrilineal. */
export function isMatrilineal(ethnicity: string): boolean {
  return ethnicity === 'Ê Đê';
}
