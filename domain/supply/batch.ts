import * as z from 'zod';
import { ENCODINGS } from '../offence/encodings.ts';
import { Instant, line } from '../text.ts';

/** Rows that one file may hold; a limit of the office. */
export const MOST_ROWS = 20_000;

/** How a file was written: a text in some encoding, or a workbook. */
export const FILE_FORMATS = [...ENCODINGS, 'XLSX'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export const BATCH_STATES = ['PREVIEWED', 'RUNNING', 'STOPPED', 'DONE', 'DISCARDED'] as const;
export type BatchState = (typeof BATCH_STATES)[number];
/** Rows become entries of the book; then its effective judgments may become records. */
export const BATCH_TASKS = ['ENTRIES', 'RECORDS'] as const;

/** A file of judgments, from its preview to its entries and the records made of them. */
export const SupplyBatch = z.strictObject({
  id: z.uuid(),
  fileName: z.string(),
  encoding: z.enum(FILE_FORMATS),
  state: z.enum(BATCH_STATES),
  task: z.enum(BATCH_TASKS),
  uploadedBy: z.string(),
  uploadedAt: Instant,
  confirmedBy: z.string().nullable(),
  confirmedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  /** Rows by what became of them: GOOD ones wait, REPEATED ones stood in the book already. */
  rows: z.strictObject({ GOOD: z.int(), FAULTY: z.int(), ENTERED: z.int(), REPEATED: z.int() }),
  /** Judgments among the entries: without a record yet, with one, left to a person. */
  judgments: z.strictObject({ open: z.int(), made: z.int(), left: z.int() }),
});
export type SupplyBatch = z.infer<typeof SupplyBatch>;
export const SupplyBatches = z.strictObject({ batches: z.array(SupplyBatch), total: z.int() });

/** A batch with the first lines of a converted file as they came and as they were understood. */
export const SupplyBatchPage = z.strictObject({
  batch: SupplyBatch,
  samples: z.array(z.strictObject({ raw: z.string(), read: z.string() })),
});
export type SupplyBatchPage = z.infer<typeof SupplyBatchPage>;

/** Query of `POST /supply-batches`; the body is the file as it is. */
export const SupplyUpload = z.strictObject({
  name: line(200),
  /** How the file is to be read; without it the encoding is recognised. */
  encoding: z.enum(ENCODINGS).optional(),
});
export type SupplyUpload = z.infer<typeof SupplyUpload>;

/** Body of the confirmation: how many faulty rows the person saw and leaves out. */
export const SupplyConfirmation = z.strictObject({ leaveOut: z.int().min(0) });

export const SUPPLY_ROW_STATES = ['GOOD', 'FAULTY', 'ENTERED', 'REPEATED'] as const;
export type SupplyRowState = (typeof SUPPLY_ROW_STATES)[number];

export const RowFault = z.strictObject({ column: z.string(), value: z.string(), code: z.string() });
export type RowFault = z.infer<typeof RowFault>;

/** One row of a file; `supplyId` is the entry it became, or that stood there already. */
export const SupplyRow = z.strictObject({
  line: z.int(),
  personName: z.string(),
  number: z.string(),
  state: z.enum(SUPPLY_ROW_STATES),
  supplyId: z.string().nullable(),
  problems: z.array(RowFault.extend({ message: z.string() })),
});
export type SupplyRow = z.infer<typeof SupplyRow>;
export const SupplyRows = z.strictObject({ rows: z.array(SupplyRow), total: z.int() });
export const SupplyRowQuery = z.strictObject({
  state: z.enum(SUPPLY_ROW_STATES).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type SupplyRowQuery = z.infer<typeof SupplyRowQuery>;
export const SupplyBatchQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(1_000).default(1),
});
