import type { Subject } from '../domain/application.ts';
import type { DateText } from '../domain/instant.ts';
import { addYears, monthNumber, monthOf, monthText } from './calendar.ts';
import { COUNTRIES } from './countries.ts';
import { addressIn, codeOn, pickOldProvince } from './places.ts';
import type { Random } from './random.ts';

type Address = NonNullable<Subject['permanentResidence']>;
type Stay = Subject['residenceHistory'][number];

interface Residence {
  permanent: Address;
  /** Where the person lives now, when that is another province. */
  temporary: Address | null;
  history: Stay[];
}

interface ResidenceRequest {
  /** Province of the permanent residence, as coded on that day. */
  provinceCode: string;
  birthDate: DateText;
  onDate: DateText;
}

/** A place without its months. */
export type Stop = Pick<Stay, 'place' | 'provinceCode' | 'countryCode'>;

const SHORTEST_STAY_MONTHS = 3;

const LIVES = [
  { life: 'ONE_PLACE', share: 86 },
  { life: 'MOVED_INSIDE', share: 4 },
  { life: 'SEVERAL_PROVINCES', share: 8 },
  { life: 'ABROAD', share: 2 },
] as const;

/**
 * Where a Vietnamese person has lived since 14: 90 % in one province (a few moved inside it), 8 %
 * in several, 2 % also abroad; so 10 % are complex cases (Law 28/2009 Art. 48).
 */
export function makeResidence(random: Random, request: ResidenceRequest): Residence {
  const { provinceCode, birthDate, onDate } = request;
  const permanent = { text: addressIn(random, provinceCode, onDate), provinceCode };
  const home = stopAt(permanent);
  const { life } = random.weighted(LIVES, ({ share }) => share);
  const stops = stopsOf(random, life, { home, request });
  const { place, provinceCode: nowIn } = stops.at(-1) ?? home;
  const isHome = nowIn === null || nowIn === provinceCode;
  const temporary = isHome ? null : { text: place, provinceCode: nowIn };
  return { permanent, temporary, history: spread(random, stops, { birthDate, onDate }) };
}

/**
 * Gives each stop its months, from the 14th birthday without gap or overlap until now, none shorter
 * than a quarter of a year.
 */
export function spread(
  random: Random,
  stops: readonly Stop[],
  { birthDate, onDate }: { birthDate: DateText; onDate: DateText },
): Stay[] {
  const first = monthNumber(monthOf(addYears(birthDate, 14)));
  const end = monthNumber(monthOf(onDate)) + 1;
  const free = Math.max(0, end - first - stops.length * SHORTEST_STAY_MONTHS);
  const cuts = stops.slice(1).map(() => random.int(0, free));
  cuts.sort((one, other) => one - other);
  const starts = [0, ...cuts].map((cut, index) => first + cut + index * SHORTEST_STAY_MONTHS);
  return stops.map((stop, index) => {
    const next = starts[index + 1];
    return {
      from: monthText(starts[index] as number),
      to: next === undefined ? null : monthText(next - 1),
      ...stop,
    };
  });
}

function stopsOf(
  random: Random,
  life: (typeof LIVES)[number]['life'],
  { home, request }: { home: Stop; request: ResidenceRequest },
): Stop[] {
  const { provinceCode, onDate } = request;
  const besideHome = (): Stop =>
    stopAt({ text: addressIn(random, provinceCode, onDate), provinceCode });
  switch (life) {
    case 'ONE_PLACE':
      return [home];
    case 'MOVED_INSIDE':
      return [besideHome(), home];
    case 'ABROAD':
      return [besideHome(), abroad(random), home];
    case 'SEVERAL_PROVINCES': {
      const away = [elsewhere(random, request)];
      if (random.chance(0.3)) away.push(elsewhere(random, request));
      return random.chance(0.5) ? [home, ...away] : [...away, home];
    }
  }
}

function stopAt({ text, provinceCode }: Address): Stop {
  return { place: text, provinceCode, countryCode: 'VN' };
}

function elsewhere(random: Random, { provinceCode, onDate }: ResidenceRequest): Stop {
  for (;;) {
    const code = codeOn(pickOldProvince(random), onDate);
    if (code !== provinceCode) {
      return stopAt({ text: addressIn(random, code, onDate), provinceCode: code });
    }
  }
}

function abroad(random: Random): Stop {
  const country = random.weighted(COUNTRIES, ({ abroadShare }) => abroadShare);
  const place = `${random.pick(country.cities)}, ${country.name}`;
  return { place, provinceCode: null, countryCode: country.code };
}
