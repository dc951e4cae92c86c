/**
 * A name as it is searched: NFC input, no tone or vowel marks, đ as d, y as i, lower case, single
 * spaces. Finds candidates only; nobody is ever linked on a folded name alone.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/gu, 'd')
    .replace(/y/gu, 'i')
    .replace(/\s+/gu, ' ')
    .trim();
}
