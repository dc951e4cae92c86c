import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { MOST_IN_PACKET } from '../../../domain/packet.ts';
import { EntryList } from '../../pieces/acts/EntryList.tsx';
import { Loading } from '../../pieces/Loading.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useRows } from './query.ts';

interface FoundRecordsProps {
  uploadId: string;
  confirmed: readonly string[];
  onConfirmed: (requestIds: readonly string[]) => void;
}

/** Every record that the upload says was found, to be read and ticked one by one. */
export function FoundRecords({ uploadId, confirmed, onConfirmed }: FoundRecordsProps) {
  const { t } = useTranslation('packets');
  const query = { state: 'READY', outcome: 'RECORD_FOUND', limit: MOST_IN_PACKET } as const;
  const { data, error, isPending, refetch } = useRows(uploadId, query, 'PREVIEWED');
  return (
    <fieldset className="packets-found">
      <legend>{t('preview.found')}</legend>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <Loading rows={2} />}
      {data?.rows.map(({ requestId, fullName, lines, entries }) => (
        <div key={requestId}>
          <Checkbox
            checked={confirmed.includes(requestId)}
            onChange={({ target }) =>
              onConfirmed(
                target.checked
                  ? [...confirmed, requestId]
                  : confirmed.filter((other) => other !== requestId),
              )
            }
          >
            {t('preview.thisPerson', { name: fullName })}{' '}
            <span className="case-number">{requestId}</span>
            {lines !== null && <span className="muted"> ({t('line', { lines })})</span>}
          </Checkbox>
          <EntryList entries={entries} />
        </div>
      ))}
    </fieldset>
  );
}
