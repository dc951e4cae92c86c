import { LARGEST_SCAN } from './scan.ts';

/** What files may be uploaded somewhere: the endings of their names, each with the largest size in bytes. */
export type UploadRule = Readonly<Record<`.${string}`, number>>;

const LARGEST_LIST = 4_000_000;
const LARGEST_SUPPLIER_LIST = 5_000_000;
const LARGEST_JUDGMENTS = 60_000_000;
/** Packed, twenty thousand long rows. */
const LARGEST_WORKBOOK = 20_000_000;

// Limits of the office, not of law.
export const CATALOGUE_FILES = { '.csv': LARGEST_LIST, '.txt': LARGEST_LIST };
export const SUPPLIER_LIST_FILES = { '.csv': LARGEST_SUPPLIER_LIST, '.txt': LARGEST_SUPPLIER_LIST };
export const JUDGMENT_FILES = {
  '.csv': LARGEST_JUDGMENTS,
  '.txt': LARGEST_JUDGMENTS,
  '.xlsx': LARGEST_WORKBOOK,
};
/** A packet of a thousand requests and its answer sheet, several times over. */
export const PACKET_FILES = { '.lltp': 8_000_000, '.csv': 3_000_000, '.txt': 3_000_000 };
export const SCAN_FILES = {
  '.pdf': LARGEST_SCAN,
  '.jpg': LARGEST_SCAN,
  '.jpeg': LARGEST_SCAN,
  '.png': LARGEST_SCAN,
};
