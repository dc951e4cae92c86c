import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseLine } from '../../domain/case.ts';
import { useSession } from '../session.tsx';

interface MoveButtonProps {
  line: CaseLine;
  onMove: (line: CaseLine) => void;
}

/** The button, or in its place why this case cannot be given to somebody else here. */
export function MoveButton({ line, onMove }: MoveButtonProps) {
  const { t } = useTranslation('supervisor');
  const { account } = useSession();
  if (line.unit !== account.unit) return <span className="muted">{t('soonest.otherUnit')}</span>;
  if (line.queueRole === null) return <span className="muted">{t('soonest.outside')}</span>;
  return (
    <Button size="small" onClick={() => onMove(line)}>
      {t('soonest.reassign')}
      <span className="only-spoken"> {line.caseId}</span>
    </Button>
  );
}
