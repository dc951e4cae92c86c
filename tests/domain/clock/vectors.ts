import type { TermUnit } from '../../../domain/clock/law.ts';

/** A term whose end was found by hand or by a ruling; `due` is a date (24:00) for terms in days. */
export interface Vector {
  amount: number;
  unit: TermUnit;
  /** Vietnamese local time `YYYY-MM-DD HH:MM`. */
  from: string;
  due: string;
  because: string;
}

const days =
  (unit: TermUnit) =>
  ([amount, start, due, because]: readonly [number, string, string, string]): Vector => {
    return { amount, unit, from: start.includes(' ') ? start : `${start} 09:00`, due, because };
  };

/** What a working day is around holidays and swapped days, and the cases a lawyer asks for first. */
export const VECTORS: readonly Vector[] = [
  ...(
    [
      [5, '2026-02-12', '2026-02-26', 'Tết 2026'],
      [5, '2025-04-24', '2025-05-05', 'Saturday 26 April is worked'],
      [5, '2023-01-19', '2023-02-02', 'Tết 2023'],
      [5, '2022-01-28', '2022-02-11', 'Tết 2022'],
      [2, '2024-04-26', '2024-05-03', 'a swap with Saturday 4 May'],
      [3, '2024-04-26', '2024-05-04', 'ends on a make-up Saturday'],
      [1, '2026-08-21', '2026-08-22', 'ends on a make-up Saturday'],
      [2, '2026-08-28', '2026-09-04', 'National Day with compensation'],
      [2, '2026-11-20', '2026-11-25', 'the day of Vietnamese culture'],
      [1, '2025-12-31', '2026-01-05', 'a swap after New Year'],
      [0, '2026-02-16', '2026-02-23', 'nothing to count, and the first day is Tết'],
      [0, '2026-02-13', '2026-02-13', 'nothing to count'],
      [5, '2026-02-13 16:55', '2026-02-27', 'accepted five minutes before Tết'],
      [5, '2026-07-01 07:30', '2026-07-08', 'the first day of the new law'],
      [9, '2023-01-12', '2023-02-01', 'the card index over Tết'],
    ] as const
  ).map(days('workingDay')),
  ...(
    [
      [10, '2024-02-01', '2024-02-15', 'the tenth day is 11 February, in Tết'],
      [10, '2025-01-20', '2025-02-03', 'the tenth day is 30 January, in Tết'],
      [10, '2023-01-13', '2023-01-27', 'the tenth day is 23 January, in Tết'],
      [10, '2015-02-09', '2015-02-24', 'the tenth day is 19 February, in Tết'],
      [10, '2024-04-19', '2024-05-02', 'the tenth day is 29 April, swapped off'],
      [10, '2019-04-24', '2019-05-04', 'ends on a make-up Saturday and stays there'],
      [10, '2018-12-21', '2019-01-02', 'the tenth day is 31 December, swapped off'],
      [15, '2023-01-13', '2023-01-30', 'the fifteenth day is a Saturday'],
      [10, '2025-12-23', '2026-01-05', 'the tenth day is 2 January, swapped off'],
      [0, '2026-02-14', '2026-02-23', 'nothing to count, and the first day is a Saturday'],
      [10, '2026-06-25', '2026-07-06', 'accepted under the old law, due under the new'],
      [10, '2026-06-30 16:55', '2026-07-10', 'the last minutes of the old law'],
    ] as const
  ).map(days('calendarDay')),
  ...(
    [
      [8, '2026-03-02 07:30', '2026-03-02 17:00', 'one working day'],
      [8, '2026-03-02 09:00', '2026-03-03 09:00', 'over one night'],
      [1, '2026-03-02 11:00', '2026-03-02 13:30', 'lunch does not count'],
      [0.5, '2026-03-02 12:00', '2026-03-02 13:30', 'asked at lunch'],
      [4, '2026-03-06 17:00', '2026-03-09 11:30', 'over a weekend'],
      [8, '2026-02-13 16:00', '2026-02-23 16:00', 'over Tết'],
      [8, '2026-08-21 17:30', '2026-08-22 17:00', 'a make-up Saturday has full hours'],
      [0, '2026-02-17 03:00', '2026-02-17 03:00', 'nothing to count'],
    ] as const
  ).map(days('workingHour')),
  ...(
    [
      [24, '2024-02-09 16:55', '2024-02-10 16:55', 'urgent, on 30 Tết'],
      [24, '2026-02-16 16:55', '2026-02-17 16:55', 'urgent, on the eve of Tết'],
      [1, '2026-06-30 23:30', '2026-07-01 00:30', 'across the change of law'],
    ] as const
  ).map(days('hour')),
];
