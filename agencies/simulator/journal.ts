import { closeSync, mkdirSync, openSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { readIfThere } from '../keyFile.ts';

/**
 * Append-only file of JSON lines. Each line is handed to the operating system before `append`
 * returns, so it outlives the process being killed (not the machine losing power).
 */
export class Journal {
  readonly #file: string | null;
  readonly #entries: unknown[] = [];
  #descriptor: number | null = null;

  /** A null file journals nothing. */
  constructor(file: string | null) {
    this.#file = file;
    if (file === null) return;
    mkdirSync(dirname(file), { recursive: true });
    const text = readIfThere(file) ?? '';
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    this.#entries = whole
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line));
    // A kill in the middle of a write leaves half a line; what comes next must not be glued to it.
    if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
    this.#descriptor = openSync(file, 'a', 0o600);
  }

  /** What was in the file when it was opened, oldest first; can be taken once. */
  entries(): unknown[] {
    return this.#entries.splice(0);
  }

  append(entry: object): void {
    if (this.#file === null) return;
    if (this.#descriptor === null) throw new Error('the journal is closed');
    writeSync(this.#descriptor, `${JSON.stringify(entry)}\n`);
  }

  close(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
  }
}
