import type { Held } from '../../../domain/flow/holder.ts';
import { useLabel } from '../../words/index.ts';
import { useUnitName } from '../units.ts';

/** Who a holder is, in the reader's words: its part in the work, and its unit where it has one. */
export function useHeldName(): (held: Held) => string {
  const label = useLabel();
  const unitName = useUnitName();
  return ({ holder, unit }) => {
    const part = label('holder', holder);
    return unit === null ? part : `${part}: ${unitName(unit)}`;
  };
}
