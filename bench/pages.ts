import { ApiUser } from '../demo/apiUser.ts';
import { DEMO_PASSWORD } from '../domain/demonstration.ts';
import type { Worklist } from '../domain/case.ts';
import type * as z from 'zod';
import { type Figure, latencies } from './figures.ts';

type Listed = z.infer<typeof Worklist>;

/** Pages that officers open all day, as one person opens them one after the other. */
const LISTS = ['unclaimed', 'mine', 'all', 'late', 'atRisk', 'closed'] as const;

/** Latencies of worklists and case pages on the database as it is, `times` of each. */
export async function pageFigures(base: string, place: string, times: number): Promise<Figure[]> {
  const readers = await Promise.all(
    ['motcua', 'chuyenvien1', 'truongphong'].map((post) =>
      ApiUser.signIn(base, `${post}.${place}`, DEMO_PASSWORD),
    ),
  );
  const lists: number[] = [];
  const counts: number[] = [];
  const pages: number[] = [];
  const searches: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const reader = readers[round % readers.length];
    if (reader === undefined) continue;
    const queue = LISTS[round % LISTS.length] ?? 'all';
    const { cases, next } = await timed(lists, () =>
      reader.get<Listed>(`/worklist?queue=${queue}`),
    );
    if (next !== null) {
      const after = encodeURIComponent(next);
      await timed(lists, () => reader.get(`/worklist?queue=${queue}&after=${after}`));
    }
    await timed(counts, () => reader.get('/worklist/counts'));
    const line = cases[round % Math.max(1, cases.length)];
    if (line === undefined) continue;
    await timed(pages, () => reader.get(`/cases/${line.caseId}`));
    const name = encodeURIComponent(line.subjectName ?? line.caseId);
    await timed(searches, () => reader.get(`/worklist?queue=all&q=${name}`));
  }
  return [
    ...latencies('worklist', lists),
    ...latencies('worklist_counts', counts),
    ...latencies('case_page', pages),
    ...latencies('name_search', searches),
  ];
}

async function timed<T>(samples: number[], work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const result = await work();
  samples.push(performance.now() - from);
  return result;
}
