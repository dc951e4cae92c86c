import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Behind, worklistLink } from './worklistLink.ts';

interface CountCellProps {
  count: number;
  /** What is counted, and of whom, for those who hear it. */
  what: string;
  where: string;
  behind: Behind;
}

/** A number of a table that opens the cases it counts; nothing to open where there is none. */
export function CountCell({ count, what, where, behind }: CountCellProps) {
  const { t } = useTranslation('supervisor');
  if (count === 0) return <span className="muted">0</span>;
  return (
    <Link to={worklistLink(behind)} aria-label={t('work.show', { what, count, where })}>
      {count}
    </Link>
  );
}
