import { parseArgs } from 'node:util';

export interface MonthOptions {
  /** Share of the month's dossiers, above 0 and up to 1. */
  scale: number;
  /** Province codes, or all 63. */
  provinces: readonly string[] | 'all';
  /** Only the first so many working days of September, with their share of the dossiers. */
  days: number;
  /** Business seconds per real second in office hours; null follows the load. */
  speed: number | null;
  json: boolean;
}

const USAGE = `Usage: npm run month -- [--scale 0.01] [--provinces 01,40] [--days 19] [--speed 2000] [--json]`;

const MONTH_DAYS = 19;

/** The options of a command line. Throws an Error that says how it is used on anything else. */
export function readOptions(args: readonly string[]): MonthOptions {
  try {
    return parse(args);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new Error(`${what}\n${USAGE}`, { cause: error });
  }
}

function parse(args: readonly string[]): MonthOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      scale: { type: 'string', default: '0.01' },
      provinces: { type: 'string', default: 'all' },
      days: { type: 'string', default: String(MONTH_DAYS) },
      speed: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  return {
    scale: numberOf('--scale', values.scale, 1),
    provinces: values.provinces === 'all' ? 'all' : codesOf(values.provinces),
    days: Math.ceil(numberOf('--days', values.days, MONTH_DAYS)),
    speed: values.speed === undefined ? null : numberOf('--speed', values.speed, 100_000),
    json: values.json,
  };
}

function numberOf(name: string, text: string, most: number): number {
  const value = Number(text);
  if (value > 0 && value <= most) return value;
  throw new Error(`${name} is above 0 and at most ${most}, not "${text}".`);
}

function codesOf(text: string): string[] {
  const codes = text.split(',').map((code) => code.trim());
  const wrong = codes.find((code) => !/^\d{2}$/u.test(code));
  if (wrong === undefined) return [...new Set(codes)];
  throw new Error(`--provinces takes two-digit codes such as 01,40, not "${wrong}".`);
}
