import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';
import { DATA } from '../../db/reference.ts';
import { ExchangeData } from '../../domain/exchange/share.ts';

const FILE = join(DATA, 'exchange.json');
let data: Promise<z.infer<typeof ExchangeData>> | null = null;

/** Targets and wording of the exchange; they ship with the program. */
export function exchangeData(): Promise<z.infer<typeof ExchangeData>> {
  data ??= readFile(FILE, 'utf8').then((text) => ExchangeData.parse(JSON.parse(text)));
  return data;
}
