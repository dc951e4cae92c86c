import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RecordTold } from '../../domain/record/knownJudgment.ts';
import { useUnitName } from '../pieces/units.ts';
import { useSession } from '../session.tsx';

/** Records that hold a judgment: to be opened where the reader may read them, of others only who has one. */
export function RecordsTold({ records }: { records: readonly RecordTold[] }) {
  const { t } = useTranslation('records');
  const unitName = useUnitName();
  const { account } = useSession();
  return (
    <ul className="plain-list">
      {records.map(({ unit, record }) => {
        const name = unitName(unit);
        if (record === null) {
          const words = unit === account.unit ? 'form.knownHere' : 'form.knownElsewhere';
          return <li key={unit}>{t(words, { unit: name })}</li>;
        }
        const { recordNumber } = record;
        return (
          <li key={recordNumber}>
            <Link to={`/ly-lich/${recordNumber}`} target="_blank">
              {recordNumber}
            </Link>{' '}
            · {name}
          </li>
        );
      })}
    </ul>
  );
}
