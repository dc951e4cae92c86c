import { Alert, Checkbox, type FormInstance } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { KnownJudgments } from '../../domain/record/knownJudgment.ts';
import { useUnitName } from '../pieces/units.ts';
import { useSession } from '../session.tsx';
import { useKnownJudgments } from './knownJudgments.ts';
import type { RecordDraft } from './recordDraft.ts';

/**
 * What is told of records that may hold the judgment of a form already, and whether the officer has compared them;
 * `compared` asks for it where not. Nothing is told unless the judgment is entered anew (`fresh`).
 */
export function useComparing(
  form: FormInstance<RecordDraft>,
  fresh: boolean,
): { warning: ReactNode; compared: () => boolean } {
  const records = useKnownJudgments(form, fresh);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [missed, setMissed] = useState(false);
  const done = records.every(({ recordNumber }) => seen.has(recordNumber));
  const onCompared = (numbers: readonly string[]): void => {
    setSeen(new Set(numbers));
    setMissed(false);
  };
  const warning = records.length > 0 && (
    <KnownJudgment records={records} done={done} missed={missed} onCompared={onCompared} />
  );
  const compared = (): boolean => {
    setMissed(!done);
    return done;
  };
  return { warning, compared };
}

interface KnownJudgmentProps extends KnownJudgments {
  done: boolean;
  /** Whether saving was tried without comparing. */
  missed: boolean;
  onCompared: (numbers: readonly string[]) => void;
}

function KnownJudgment({ records, done, missed, onCompared }: KnownJudgmentProps) {
  const { t } = useTranslation('records');
  const unitName = useUnitName();
  const { account } = useSession();
  const numbers = records.map(({ recordNumber }) => recordNumber);
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className="records-known"
      title={t('form.known', { count: records.length })}
      description={
        <>
          <ul className="plain-list">
            {records.map(({ recordNumber, unit }) => (
              <li key={recordNumber}>
                {unit === account.unit ? (
                  <Link to={`/ly-lich/${recordNumber}`} target="_blank">
                    {recordNumber}
                  </Link>
                ) : (
                  recordNumber
                )}{' '}
                · {unitName(unit)}
              </li>
            ))}
          </ul>
          <Checkbox
            checked={done}
            onChange={({ target }) => onCompared(target.checked ? numbers : [])}
          >
            {t('form.knownConfirm')}
          </Checkbox>
          {missed && <div role="alert">{t('form.knownNeeded')}</div>}
        </>
      }
    />
  );
}
