import { parseArgs } from 'node:util';

export interface TrialOptions {
  records: number;
  /** Slips, to the first so many records. */
  slips: number;
  /** Records whose words name an entry of the catalogue, and which are normalised by batch at the end. */
  normalise: number;
  /** How often each process is killed while records travel, and as often again while they are corrected. */
  crashes: number;
  /** Records, of all, whose acts are done on the pages in a real browser, with a third as many of the slips. */
  browser: number;
  json: boolean;
}

const USAGE =
  'Usage: npm run trial -- [--records 500] [--slips 200] [--normalise 300] [--crashes 1] [--browser 0] [--json]';
const MOST = 5_000;

/** The options of a command line. Throws an Error that says how it is used on anything else. */
export function readTrialOptions(args: readonly string[]): TrialOptions {
  try {
    return parse(args);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new Error(`${what}\n${USAGE}`, { cause: error });
  }
}

function parse(args: readonly string[]): TrialOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      records: { type: 'string', default: '100' },
      slips: { type: 'string' },
      normalise: { type: 'string' },
      crashes: { type: 'string', default: '1' },
      browser: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
    },
  });
  const records = whole('--records', values.records, 1, MOST);
  const share = (part: number): string => String(Math.floor(records * part));
  return {
    records,
    slips: whole('--slips', values.slips ?? share(0.4), 0, records),
    normalise: whole('--normalise', values.normalise ?? share(0.6), 0, records),
    crashes: whole('--crashes', values.crashes, 0, 8),
    browser: whole('--browser', values.browser, 0, Math.min(records, 40)),
    json: values.json,
  };
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${name} is a whole number from ${least} to ${most}, not "${text}".`);
}
