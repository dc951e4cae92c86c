import { useTranslation } from 'react-i18next';
import { type Alarm, ALARM_KINDS } from '../../domain/alarm.ts';
import { formatDate, formatInstant } from '../pieces/format.ts';

/** What an alarm says, in the reader's words; one of a later release names itself. */
export function useAlarmText(): (alarm: Alarm) => string {
  const { t } = useTranslation('admin');
  return ({ kind, subject, detail }) => {
    const publishedTo = formatDate(String(detail['publishedTo'] ?? ''));
    const due = detail['expectedDueAt'];
    const dueOn = typeof due === 'string' ? formatInstant(due) : '';
    const known = ALARM_KINDS.find((each) => each === kind) ?? 'other';
    return t(`alarm.${known}`, { ...detail, kind, subject, publishedTo, dueOn });
  };
}
