import { useLabel } from '../words/index.ts';
import { useUnitName } from './units.ts';
import { type Acted, whoActed } from './who.ts';

/** {@link whoActed} in the reader's language. */
export function useWhoActed(): (event: Acted) => string {
  const label = useLabel();
  const unitName = useUnitName();
  return (event) => whoActed(event, label, unitName);
}
