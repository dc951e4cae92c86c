import type { AbsenceToEnter } from '../../domain/absence.ts';
import { accountOf, type Deed } from './deed.ts';

interface Away extends Pick<AbsenceToEnter, 'from' | 'to' | 'reason' | 'note'> {
  person: string;
  /** Who covers; nobody leaves the work to the unit's queue. */
  delegate?: string;
  /** Whoever enters it for the person; the person otherwise. */
  by?: string;
}

/** Away in the week of the opening; two of them on its first day. */
const AWAY: readonly Away[] = [
  {
    person: 'phogiamdoc.hn',
    delegate: 'giamdoc.hn',
    from: '2023-09-18',
    to: '2023-09-19',
    reason: 'TRAVEL',
    note: 'Họp giao ban tư pháp các tỉnh phía Bắc',
  },
  {
    person: 'chuyenvien2.hn',
    delegate: 'chuyenvien1.hn',
    from: '2023-09-21',
    to: '2023-09-22',
    reason: 'LEAVE',
    note: null,
  },
  { person: 'motcua.hn', from: '2023-09-28', to: '2023-09-28', reason: 'TRAINING', note: null },
  {
    person: 'congan2.hn',
    delegate: 'congan.hn',
    from: '2023-09-18',
    to: '2023-09-20',
    reason: 'TRAINING',
    note: 'Tập huấn nghiệp vụ hồ sơ',
  },
  {
    person: 'chuyenvien1.na',
    delegate: 'chuyenvien2.na',
    from: '2023-09-19',
    to: '2023-09-20',
    reason: 'SICK',
    note: null,
    by: 'truongphong.na',
  },
  {
    person: 'chuyenvien2.hcm',
    delegate: 'chuyenvien1.hcm',
    from: '2023-09-25',
    to: '2023-09-29',
    reason: 'LEAVE',
    note: null,
  },
  { person: 'tiepnhan.tt', from: '2023-09-22', to: '2023-09-22', reason: 'LEAVE', note: null },
];

/** Entered on the last days before the opening, one after the other. */
export const ABSENCES: readonly Deed[] = AWAY.map((away, at) => ({
  name: `absence of ${away.person}`,
  day: 20 + (at % 3),
  time: `1${3 + (at % 2)}:${20 + 5 * at}`,
  play: async (as) => {
    const { person, delegate, by = person, ...rest } = away;
    const entry: AbsenceToEnter = {
      ...rest,
      account: accountOf(await as(person)),
      delegate: delegate === undefined ? null : accountOf(await as(delegate)),
    };
    await (await as(by)).send('POST', '/absences', entry);
  },
}));
