import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const COLOURS = [36, 33, 32, 35, 34, 96, 93, 92] as const;
const NAME_WIDTH = 8;

/** Calls `take` with each line of a stream, without its end. */
export function eachLine(stream: Readable, take: (line: string) => void): void {
  createInterface({ input: stream, crlfDelay: Infinity }).on('line', take);
}

/** Writes lines to a stream, each behind the name of the process it comes from. */
export function linePrinter(out: NodeJS.WriteStream): (name: string, line: string) => void {
  const colour = out.hasColors?.() ?? false;
  const seen = new Map<string, number>();
  return (name, line) => {
    if (!seen.has(name)) seen.set(name, COLOURS[seen.size % COLOURS.length] ?? 0);
    const label = name.padEnd(NAME_WIDTH);
    const head = colour ? `\u001b[${seen.get(name)}m${label} |\u001b[0m` : `${label} |`;
    out.write(`${head} ${readable(line)}\n`);
  };
}

const LEVELS: Readonly<Record<number, string>> = { 40: 'warning: ', 50: 'error: ', 60: 'fatal: ' };

/** A log record in JSON as a person reads it; any other line as it is. */
function readable(line: string): string {
  if (!line.startsWith('{')) return line;
  try {
    const record: unknown = JSON.parse(line);
    return isRecord(record) ? sentenceOf(record) : line;
  } catch {
    return line;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'level' in value && 'msg' in value;
}

const NOT_SHOWN = new Set(['level', 'time', 'pid', 'hostname', 'msg', 'name', 'v']);

function sentenceOf(record: Record<string, unknown>): string {
  const level = LEVELS[Number(record['level'])] ?? '';
  const facts = Object.entries(record)
    .filter(([key]) => !NOT_SHOWN.has(key))
    .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`);
  return `${level}${String(record['msg'])}${facts.join('')}`;
}
