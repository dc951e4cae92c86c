import type { WorkflowExecutionInfo } from '@temporalio/client';
import { EncryptingCodec } from '../../engine/codec.ts';
import { foldName } from '../../domain/foldName.ts';
import { historyText } from './histories.ts';
import { type Office, TEST_PAYLOAD_KEY } from './office.ts';
import { until } from './until.ts';

/** Letters of a base64 text that depend on nothing but the word, wherever in the text it begins. */
function base64Forms(word: string): string[] {
  return [0, 1, 2].map((shift) => {
    const code = Buffer.concat([Buffer.alloc(shift), Buffer.from(word)]).toString('base64');
    const ends = [0, 2, 3][shift] ?? 0;
    return code.replace(/=+$/u, '').slice(ends, -1);
  });
}

function escaped(word: string): string {
  return word.replace(
    /[^ -~]/gu,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A word in the forms in which it could travel: composed or not, escaped, in hexadecimal or base64. */
function formsOf(word: string): string[] {
  return ['NFC', 'NFD'].flatMap((form) => {
    const spelled = word.normalize(form);
    const bytes = Buffer.from(spelled);
    const coded = base64Forms(spelled);
    const inUrls = coded.map((code) => code.replaceAll('+', '-').replaceAll('/', '_'));
    return [
      spelled,
      JSON.stringify(spelled).slice(1, -1),
      escaped(spelled),
      encodeURIComponent(spelled),
      bytes.toString('hex'),
      ...coded,
      ...inUrls,
    ];
  });
}

/** Which of the words a text holds: in any of their forms, in capitals, without their signs. */
export function found(text: string, words: readonly string[]): string[] {
  const folded = foldName(text);
  return words.filter(
    (word) => formsOf(word).some((form) => text.includes(form)) || folded.includes(foldName(word)),
  );
}

/** What Temporal keeps of one run of a workflow. */
export interface Kept {
  workflowId: string;
  /** Name of the workflow's function. */
  type: string;
  /** History, description and row of the list, as they lie on the server. */
  raw: string;
  /** Every payload of the history decrypted: arguments, results, failures with their stacks. */
  opened: string;
  /** How the data in the payloads are encoded: whatever is not plain would hide words from the search. */
  encodings: Set<string>;
}

/** Everything in an office's namespace, once the server lists all of the cases; every run of each. */
export async function keptByTemporal(office: Office, caseIds: readonly string[]): Promise<Kept[]> {
  const { workflow } = office.client;
  const rows = await until(async () => {
    const listed: WorkflowExecutionInfo[] = [];
    for await (const row of workflow.list()) listed.push(row);
    return caseIds.every((id) => listed.some((row) => row.workflowId === id)) ? listed : null;
  });
  return Promise.all(
    rows.map(async ({ workflowId, runId, type, memo, searchAttributes, raw }) => {
      const handle = workflow.getHandle(workflowId, runId);
      const history = await handle.fetchHistory();
      const described = await handle.describe();
      const lists = { memo, searchAttributes, raw, described: described.raw };
      const kept = [historyText(history), JSON.stringify(lists, withoutBigints)];
      return {
        workflowId,
        type,
        raw: kept.join('\n'),
        ...(await opened([history.events, raw, described.raw])),
      };
    }),
  );
}

async function opened(events: unknown): Promise<Pick<Kept, 'opened' | 'encodings'>> {
  const codec = new EncryptingCodec(TEST_PAYLOAD_KEY);
  const texts: string[] = [];
  const encodings = new Set<string>();
  const walk = async (value: unknown): Promise<void> => {
    if (typeof value !== 'object' || value === null) return;
    if ('metadata' in value && 'data' in value && value.data instanceof Uint8Array) {
      const [payload] = await codec.decode([value as never]);
      texts.push(Buffer.from(payload?.data ?? []).toString('utf8'));
      encodings.add(Buffer.from(payload?.metadata?.['encoding'] ?? []).toString());
      return;
    }
    for (const inner of Object.values(value)) await walk(inner);
  };
  await walk(events);
  return { opened: texts.join('\n'), encodings };
}

function withoutBigints(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
