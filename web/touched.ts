import * as z from 'zod';

const CaseChange = z.object({ caseId: z.string() });
type Key = readonly [area: string, id?: string];

/**
 * What each event of `/changes` makes stale, as the beginnings of query keys, from the event's own
 * JSON. `reset` is said when changes may have been missed: everything that follows changes is stale.
 */
export const TOUCHED = {
  case: caseTouched,
  claim: caseTouched,
  desk: (): Key[] => [['desk'], ['packets']],
  verification: (): Key[] => [['desk'], ['board'], ['case']],
  reset: (): Key[] => [['worklist'], ['case'], ['desk'], ['board']],
} satisfies Record<string, (data: string) => Key[]>;

function caseTouched(data: string): Key[] {
  const change = CaseChange.safeParse(JSON.parse(data));
  const lists: Key[] = [['worklist'], ['board'], ['desk']];
  return change.success ? [...lists, ['case', change.data.caseId]] : lists;
}
