import { Alert, App, Button, Input, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { allows } from '../../domain/permission.ts';
import { RecordNumber } from '../../domain/record.ts';
import type { SupplyEntry } from '../../domain/supply/supply.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useUnitName } from '../pieces/units.ts';
import { useSession } from '../session.tsx';
import { PutAside } from './PutAside.tsx';
import { useMakeRecord, useSettlement } from './query.ts';

interface EntryActsProps {
  entry: SupplyEntry;
  /** Whether it is a judgment in force. */
  makes: boolean;
}

/** What can be done with an entry: a record made of it, a record supplemented, refused, kept. */
export function EntryActs({ entry, makes }: EntryActsProps) {
  const { t } = useTranslation('supply');
  const { account } = useSession();
  const { line, known } = entry;
  const unitName = useUnitName();
  const settle = useSettlement(line.id);
  if (!allows(account, 'supply.receive')) return null;
  const supplement = (recordNumber: string): void => settle.mutate({ state: 'USED', recordNumber });
  return (
    <>
      {known.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('entry.knownTitle')}
          description={
            <Space wrap>
              {known.map(({ unit, record }) =>
                record === null ? (
                  <span key={unit}>{t('entry.knownElsewhere', { unit: unitName(unit) })}</span>
                ) : (
                  <span key={record.caseId}>
                    <Link to={`/trao-doi/${record.caseId}`}>{record.recordNumber}</Link>{' '}
                    <Button size="small" onClick={() => supplement(record.recordNumber)}>
                      {t('entry.supplement', { number: record.recordNumber })}
                    </Button>
                  </span>
                ),
              )}
            </Space>
          }
        />
      )}
      <div className="supply-acts">
        {makes && allows(account, 'transfer.enter') && (
          <MakeRecord id={line.id} despite={known.length > 0} />
        )}
        <Supplement pending={settle.isPending} onUse={supplement} />
        <PutAside id={line.id} state="KEPT" word="entry.keep" />
        <PutAside id={line.id} state="REFUSED" word="entry.refuse" />
      </div>
      <ProblemAlert error={settle.error} />
    </>
  );
}

function MakeRecord({ id, despite }: { id: string; despite: boolean }) {
  const { t } = useTranslation('supply');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMakeRecord(id);
  const make = (): void =>
    mutate(despite, {
      onSuccess: ({ caseId, recordNumber }) => {
        void message.success(t('entry.made', { number: recordNumber }));
        void navigate(`/trao-doi/${caseId}`);
      },
    });
  return (
    <>
      <Popconfirm
        title={t(despite ? 'entry.knownAsk' : 'entry.makeAsk')}
        description={t('entry.makeText')}
        okText={t('entry.make')}
        cancelText={t('entry.cancel')}
        onConfirm={make}
      >
        <Button type="primary" loading={isPending}>
          {t(despite ? 'entry.other' : 'entry.make')}
        </Button>
      </Popconfirm>
      <ProblemAlert error={error} />
    </>
  );
}

function Supplement({ pending, onUse }: { pending: boolean; onUse: (number: string) => void }) {
  const { t } = useTranslation('supply');
  const [number, setNumber] = useState('');
  const ready = RecordNumber.safeParse(number.trim()).success;
  return (
    <Space.Compact>
      <Input
        value={number}
        maxLength={20}
        aria-label={t('entry.supplementOf')}
        placeholder={t('entry.supplementHint')}
        onChange={({ target }) => setNumber(target.value.toUpperCase())}
        onPressEnter={() => ready && onUse(number.trim())}
      />
      <Button disabled={!ready} loading={pending} onClick={() => onUse(number.trim())}>
        {t('entry.use')}
      </Button>
    </Space.Compact>
  );
}
