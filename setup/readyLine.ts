import { DEMO_PASSWORD } from '../domain/demonstration.ts';

/** The six people who carry one case from the counter to the post, in the order in which they come in. */
const STORY = [
  'motcua.hn',
  'chuyenvien1.hn',
  'congan.hn',
  'truongphong.hn',
  'giamdoc.hn',
  'vanthu.hn',
] as const;

/** What `npm start` says once everything is up: the address and, in a demonstration, who may sign in. */
export function readyLine(url: string, isDemonstration: boolean): string {
  if (!isDemonstration) return `Ready: ${url}`;
  return `Ready: ${url}  (demo accounts, password ${DEMO_PASSWORD}: ${STORY.join(', ')})`;
}
