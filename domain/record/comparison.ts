import * as z from 'zod';
import { COPY_STATES } from './book.ts';
import { Difference } from './differences.ts';

export const ComparisonQuery = z.strictObject({
  state: z.enum(COPY_STATES).default('DIFFERING'),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type ComparisonQuery = z.infer<typeof ComparisonQuery>;

/** A record on both sides, by digest; `before` is what the Centre has, `after` what the province has. */
export const ComparedRecord = z.strictObject({
  number: z.string(),
  unit: z.string(),
  province: z.string(),
  centre: z.string().nullable(),
  differences: z.array(Difference),
});
export type ComparedRecord = z.infer<typeof ComparedRecord>;

/** Both databases against each other: how many records are equal, differ, or are missing at the Centre. */
export const Comparison = z.strictObject({
  counts: z.record(z.enum(COPY_STATES), z.int()),
  records: z.array(ComparedRecord),
});
export type Comparison = z.infer<typeof Comparison>;
