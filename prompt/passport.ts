import type { Answer } from './answer.ts';
import { endsWithDay } from './answer.ts';
import { dayForPeople, forPeople } from './localTime.ts';
import { isInForce, type NamedTerm } from './terms.ts';

const CLASSES: Readonly<Record<string, string>> = {
  START: 'first day',
  COUNTED: 'counted',
  MAKE_UP_COUNTED: 'counted, make-up working day',
  WEEKEND: 'weekend',
  DAY_OFF: 'day off',
  ROLLED_FORWARD: 'no work, the end moves on',
  DUE: 'due',
};

const UNIT_WORDS: Readonly<Record<string, string>> = {
  calendarDay: 'calendar days',
  workingDay: 'working days',
  workingHour: 'working hours',
  hour: 'hours',
};

/** An answer for people: what is due when and by which law, then the passport day by day. */
export function passportText(answer: Answer, named: NamedTerm | null): string {
  return [...headLines(answer, named), '', ...dayLines(answer), '', ...footLines(answer), ''].join(
    '\n',
  );
}

function headLines(answer: Answer, named: NamedTerm | null): string[] {
  const term = `${answer.amount} ${UNIT_WORDS[answer.unit]}`;
  const lines = [
    `Due   ${forPeople(Date.parse(answer.dueAt))}`,
    `From  ${forPeople(Date.parse(answer.from))}`,
  ];
  if (named === null) return [...lines, `Term  ${term}`];
  const { id, name, validFrom, validTo } = named.ruleSet;
  lines.push(`Term  ${term}, ${named.term} of rule set ${id} (${name.en})`);
  lines.push(`Law   ${named.citation}`);
  lines.push(
    named.verified ? '      verified' : '      NOT verified: written from memory, ask a lawyer',
  );
  if (!isInForce(named.ruleSet, answer.from.slice(0, 10))) {
    const end = validTo === null ? ' on' : ` to ${validTo}`;
    lines.push(`Note  rule set ${id} is for cases accepted from ${validFrom}${end}`);
  }
  return lines;
}

function dayLines(answer: Answer): string[] {
  let sum = 0;
  return answer.days.map((day) => {
    sum += day.counted;
    const counted = day.counted > 0 ? `${rounded(sum)}` : '';
    const state = day.confirmed === null ? '' : day.confirmed ? 'confirmed' : 'forecast';
    const name = day.name === null ? '' : `${day.name} (${day.nameEn}), ${state}`;
    const cells = [
      dayForPeople(day.date),
      counted.padStart(6),
      (CLASSES[day.class] ?? '').padEnd(28),
    ];
    return `${cells.join('  ')}  ${name}`.trimEnd();
  });
}

function footLines({ counted, amount, unit, days, calendar }: Answer): string[] {
  const lines = [
    `Counted ${rounded(counted)} of ${amount} ${UNIT_WORDS[unit]}; calendar ${calendar}.`,
  ];
  if (endsWithDay(unit)) lines.push('The first day is not counted; the last day ends at 24:00.');
  if (days.some(({ confirmed }) => confirmed === false)) {
    lines.push('Days marked "forecast" wait for the yearly decision: the end may move.');
  }
  return lines;
}

function rounded(count: number): number {
  return Number(count.toFixed(2));
}
