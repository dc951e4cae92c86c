import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RecordTold } from '../../domain/record/knownJudgment.ts';
import { useUnitName } from '../pieces/units.ts';
import { useSession } from '../session.tsx';

/** Records that hold a judgment: the own ones to be opened, of other departments that they have one. */
export function RecordsTold({ records }: { records: readonly RecordTold[] }) {
  const { t } = useTranslation('records');
  const unitName = useUnitName();
  const { account } = useSession();
  return (
    <ul className="plain-list">
      {records.map(({ unit, record }) => {
        const name = unitName(unit);
        if (record === null) return <li key={unit}>{t('form.knownElsewhere', { unit: name })}</li>;
        const { recordNumber } = record;
        return (
          <li key={recordNumber}>
            {unit === account.unit ? (
              <Link to={`/ly-lich/${recordNumber}`} target="_blank">
                {recordNumber}
              </Link>
            ) : (
              recordNumber
            )}{' '}
            · {name}
          </li>
        );
      })}
    </ul>
  );
}
