import { personalIdWarnings } from '../personalId.ts';
import type { CodeOf } from './evidence.ts';
import type { Identity } from './identity.ts';
import { isOneSlip } from './names.ts';

type Numbered = Pick<Identity, 'personalId' | 'documents' | 'birthDate' | 'gender'>;

/** Numbers carried by several known persons who contradict each other: they prove nobody. */
export type SharedNumbers = ReadonlySet<string>;

/**
 * The personal IDs of a person: the one stated, and those that stand on cards, since a CCCD, a
 * 12-digit CMND and an identity certificate bear the personal ID as their number.
 */
export function personalIdsOf({ personalId, documents }: Numbered): string[] {
  const onCards = documents.filter(({ type, number }) => isCard(type) && /^\d{12}$/u.test(number));
  const all = onCards.map(({ number }) => number);
  return [...new Set(personalId === null ? all : [personalId, ...all])];
}

function isCard(type: string): boolean {
  return type === 'CCCD' || type === 'CMND' || type === 'IDENTITY_CERTIFICATE';
}

/** Other documents as `TYPE number`, exactly as they were written: nothing is folded in a number. */
export function documentNumbersOf({ documents }: Pick<Identity, 'documents'>): string[] {
  const others = documents.filter(({ type, number }) => !isCard(type) || !/^\d{12}$/u.test(number));
  return [...new Set(others.map(({ type, number }) => `${type} ${number}`))];
}

/** How personal IDs agree; null when neither side has one, or a lone one says nothing. Symmetric. */
export function comparePersonalIds(
  one: Numbered,
  other: Numbered,
  shared: SharedNumbers,
): CodeOf<'personalId'> | null {
  const [ids, otherIds] = [personalIdsOf(one), personalIdsOf(other)];
  const [first] = ids;
  const [otherFirst] = otherIds;
  if (first === undefined && otherFirst === undefined) return null;
  if (first === undefined) return digitsSay(otherFirst ?? '', one);
  if (otherFirst === undefined) return digitsSay(first, other);
  const same = ids.filter((id) => otherIds.includes(id));
  if (same.length > 0) return same.some((id) => !shared.has(id)) ? 'SAME' : 'SAME_BUT_SHARED';
  const near = ids.some((id) => otherIds.some((each) => isOneSlip(id, each)));
  return near ? 'ONE_DIGIT_OFF' : 'DIFFERS';
}

/** Whether century, gender and year digits of an ID suit a person without one (NĐ 137/2015 Art. 13). */
function digitsSay(personalId: string, person: Numbered): 'DIGITS_SUIT' | 'DIGITS_CONTRADICT' {
  const said = personalIdWarnings(personalId, person, new Set());
  const contradicts = said.some((warning) => warning !== 'ID_PROVINCE_UNKNOWN');
  return contradicts ? 'DIGITS_CONTRADICT' : 'DIGITS_SUIT';
}

/** How other documents agree; null unless both sides have one of a kind. Symmetric. */
export function compareDocuments(
  one: Numbered,
  other: Numbered,
  shared: SharedNumbers,
): CodeOf<'document'> | null {
  const [numbers, otherNumbers] = [documentNumbersOf(one), documentNumbersOf(other)];
  const same = numbers.filter((number) => otherNumbers.includes(number));
  if (same.length > 0) return same.some((each) => !shared.has(each)) ? 'SAME' : 'SAME_BUT_SHARED';
  const kinds = new Set(otherNumbers.map(kindOf));
  return numbers.some((number) => kinds.has(kindOf(number))) ? 'DIFFERS' : null;
}

function kindOf(number: string): string {
  return number.slice(0, number.indexOf(' '));
}
