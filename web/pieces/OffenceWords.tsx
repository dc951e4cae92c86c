import { allows } from '../../domain/permission.ts';
import type { ConvictionEntry } from '../../domain/agencyMessage.ts';
import { useRoles } from '../session.tsx';
import { UnnormalisedMark } from './UnnormalisedMark.tsx';
import { useNamedOffence } from './useNamedOffence.ts';

type Told = Pick<ConvictionEntry, 'offence' | 'provision' | 'judgmentDate' | 'details'>;

/**
 * The words of a judgment for its offence and provision; in red, with sign and word, where they name no entry
 * of the catalogue and nobody gave a code (CV 277/TTLLTPQG-CSDL). Who may not read the catalogue sees the words.
 */
export function OffenceWords({ entry }: { entry: Told }) {
  const { offence, provision, judgmentDate: on, details } = entry;
  const roles = [...useRoles()];
  const coded = details?.offences.every(({ code }) => code !== null) ?? false;
  const asked = !coded && allows({ roles }, 'catalogue.read');
  const named = useNamedOffence({ offence, provision, on }, asked);
  const red = asked && named === false;
  return (
    <>
      <span className={red ? 'unnormalised' : undefined}>
        <strong>{offence}</strong> ({provision})
      </span>
      {red ? <UnnormalisedMark /> : <br />}
    </>
  );
}
