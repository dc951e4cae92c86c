import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAction } from '../../../domain/bulk.ts';
import { useRoles } from '../../session.tsx';
import { bulkActionsOf } from './actions.ts';
import { BulkDialog } from './BulkDialog.tsx';
import '../officer.css';

interface BulkBarProps {
  caseIds: readonly string[];
  onClear: () => void;
  /** Only these actions, for pages with one purpose. */
  only?: readonly BulkAction[];
}

const AT_MOST = 200;

/** What can be done with the ticked cases. */
export function BulkBar({ caseIds, onClear, only }: BulkBarProps) {
  const { t } = useTranslation('officer');
  const actions = bulkActionsOf(useRoles()).filter((action) => only?.includes(action) ?? true);
  // The dialog keeps the set it was opened with: what is done leaves the list behind it at once.
  const [opened, setOpened] = useState<{ action: BulkAction; caseIds: readonly string[] } | null>(
    null,
  );
  return (
    <>
      {caseIds.length > 0 && (
        <div className="bulk-bar" role="toolbar" aria-label={t('bulkActions')}>
          <strong>{t('selected', { count: caseIds.length })}</strong>
          {actions.map((one) => (
            <Button
              key={one}
              onClick={() => setOpened({ action: one, caseIds })}
              disabled={caseIds.length > AT_MOST}
            >
              {t(`bulk.${one}`)}
            </Button>
          ))}
          <Button type="text" onClick={onClear}>
            {t('clearSelection')}
          </Button>
          {caseIds.length > AT_MOST && <span>{t('bulkTooMany', { count: AT_MOST })}</span>}
        </div>
      )}
      {opened !== null && (
        <BulkDialog
          {...opened}
          onClose={(done) => {
            setOpened(null);
            if (done) onClear();
          }}
        />
      )}
    </>
  );
}
