import type { RecalculationCodes } from '../../../domain/flow/recalculate.ts';
import { dateOf } from '../../../domain/instant.ts';
import { formatDate } from '../../pieces/format.ts';
import type { CodeGroup } from '../../../domain/wording/codes.ts';

/** One line of what was said with an act: codes of a group, a date, or somebody's own words. */
interface Said {
  name: string;
  as: CodeGroup | 'date' | 'text';
  values: readonly string[];
}

/** What is worth a line, in reading order; the rest is another tab's (judgments) or a message's envelope. */
const WORTH_A_LINE: Readonly<Record<string, Said['as']>> = {
  regime: 'regime',
  grounds: 'ground',
  ground: 'ground',
  shortcut: 'shortcut',
  settlement: 'settlementGround',
  requestId: 'text',
  kind: 'verification',
  unit: 'text',
  code: 'text',
  why: 'askReason',
  fromCase: 'text',
  answerId: 'text',
  found: 'text',
  clean: 'text',
  stands: 'conflictSide',
  rightCopy: 'rightCopy',
  clock: 'text',
  basis: 'stepReason',
  role: 'role',
  outcome: 'outcome',
  conclusion: 'conclusion',
  reason: 'text',
  missing: 'text',
  received: 'text',
  needed: 'text',
  identification: 'text',
  note: 'text',
  reasoning: 'text',
  banDeviation: 'text',
  expectedAt: 'date',
  promisedOn: 'date',
  event: 'postEvent',
  trackingNumber: 'text',
  postalNumber: 'text',
  receivedBy: 'text',
  calendarVersion: 'text',
  sources: 'text',
  moved: 'text',
};

/** What was said with an act, each thing once, whether it travelled as a code or stands on the paper. */
export function saidWith({ codes, paper }: { codes: object; paper: unknown }): Said[] {
  const content: Readonly<Record<string, unknown>> = {
    ...codes,
    moved: movedDates(codes),
    ...('shortcut' in codes && codes.shortcut === true ? { shortcut: 'VERIFIED_BEFORE' } : null),
    ...(typeof paper === 'object' ? paper : null),
  };
  return Object.entries(WORTH_A_LINE).flatMap(([name, as]) => {
    const values = [content[name]].flat().filter((one) => typeof one === 'string' && one !== '');
    return values.length > 0 ? [{ name, as, values: values as string[] }] : [];
  });
}

/** Due dates that a new calendar moved, as `from → to`, with the question they belong to. */
function movedDates(codes: object): string[] {
  const { moved = [] } = codes as Partial<RecalculationCodes>;
  return moved.map(({ name, from, to }) => {
    const question = /^verification:(.+)$/u.exec(name)?.[1];
    const dates = [from, to].map((at) => formatDate(dateOf(at))).join(' → ');
    return question === undefined ? dates : `${question}: ${dates}`;
  });
}
