import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../domain/alarm.ts';
import { AlarmList } from '../../domain/law/published.ts';
import { PERMISSIONS } from '../../domain/permission.ts';
import type { Role } from '../../domain/role.ts';
import { get } from '../api.ts';
import { formatInstant } from '../pieces/format.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useRoles } from '../session.tsx';
import { useAlarmText } from './alarmText.ts';

const READERS: readonly Role[] = PERMISSIONS['alarm.read'];

/** Alarms that stand, for administrators; nothing for anybody else, and nothing when none stands. */
export function Alarms() {
  const reads = useRoles().some((role) => READERS.includes(role));
  const { data, error, refetch } = useQuery({
    queryKey: ['law', 'alarms'],
    queryFn: () => get('/alarms', AlarmList),
    enabled: reads,
  });
  const standing = data?.alarms.filter(({ clearedAt }) => clearedAt === null) ?? [];
  return (
    <>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {standing.map((alarm) => (
        <AlarmAlert key={alarm.id} alarm={alarm} />
      ))}
    </>
  );
}

function AlarmAlert({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation('admin');
  const textOf = useAlarmText();
  return (
    <Alert
      className="admin-alarm"
      type="warning"
      showIcon
      role="alert"
      title={textOf(alarm)}
      description={t('alarm.since', { at: formatInstant(alarm.raisedAt) })}
    />
  );
}
