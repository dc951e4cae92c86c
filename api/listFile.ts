import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ListFile, type RowsOf, tableOf, type Writing } from '../domain/listFile.ts';
import { sendCsv } from './csv.ts';
import type { ApiDeps } from './deps.ts';
import { languageOf } from './problem.ts';

/**
 * Send a list as a file that people open in a spreadsheet: headings, codes and names of units in the words of
 * the screens, instants in Vietnamese time. Refuses more rows than a file may have. What is read back in by a
 * program keeps its own columns: {@link sendCsv}.
 */
export async function sendList<Field extends string>(
  deps: Pick<ApiDeps, 'places'>,
  reply: FastifyReply,
  file: ListFile<Field>,
  rows: RowsOf<NoInfer<Field>>,
): Promise<FastifyReply> {
  return sendCsv(reply, file.name, tableOf(file, rows, await writingFor(deps, reply.request)));
}

/** In whose words the files of a request are written. */
export async function writingFor(
  { places }: Pick<ApiDeps, 'places'>,
  request: FastifyRequest,
): Promise<Writing> {
  const names = await places.unitNames();
  return { language: languageOf(request), unitName: (code) => names.get(code) ?? code };
}
