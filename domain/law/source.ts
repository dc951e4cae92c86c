import * as z from 'zod';

/** Where a fact of a rule set comes from. `verified: false` = from memory or practice; administrators see it. */
export const source = { citation: z.string().min(1), verified: z.boolean() };

/** An amount of time and how it is counted. */
export const budgetShape = {
  amount: z.number().nonnegative(),
  unit: z.enum(['calendarDay', 'workingDay', 'workingHour', 'hour']),
};

interface Counted {
  amount: number;
  unit: string;
}

/** Days are counted whole: arguments of `refine` for whatever has the budget's shape. */
export const wholeDays = [
  ({ amount, unit }: Counted): boolean => !unit.endsWith('Day') || Number.isInteger(amount),
  { path: ['amount'], error: 'a term in days counts whole days' },
] satisfies [check: unknown, params: unknown];
