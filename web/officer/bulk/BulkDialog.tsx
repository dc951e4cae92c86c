import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAction } from '../../../domain/bulk.ts';
import { Loading } from '../../pieces/Loading.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useConfirmKey } from '../../pieces/useConfirmKey.ts';
import { ColleagueSelect } from '../ColleagueSelect.tsx';
import { previewBulk, runBulk } from './bulk.ts';
import { BulkResultTable } from './BulkResultTable.tsx';
import { PapersLink } from './PapersLink.tsx';
import { CaseLists } from './CaseLists.tsx';

interface BulkDialogProps {
  action: BulkAction;
  caseIds: readonly string[];
  onClose: (done: boolean) => void;
}

/** Many cases at once in two phases: a frozen preview with reasons for what is left out, then exactly that set. */
export function BulkDialog({ action, caseIds, onClose }: BulkDialogProps) {
  const { t } = useTranslation('officer');
  const client = useQueryClient();
  const [to, setTo] = useState<string>();
  const preview = useMutation({
    mutationFn: (person?: string) => previewBulk(action, caseIds, person),
  });
  const run = useMutation({
    mutationFn: runBulk,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['worklist'] }),
        client.invalidateQueries({ queryKey: ['case'] }),
      ]),
  });
  const needsPerson = action === 'assign';
  const { mutate: askPreview } = preview;
  useEffect(() => {
    if (!needsPerson || to !== undefined) askPreview(to);
  }, [needsPerson, to, askPreview]);
  const included = preview.data?.included.length ?? 0;
  const confirm = (): void => {
    if (preview.data !== undefined && included > 0 && !run.isPending)
      run.mutate(preview.data.token);
  };
  useConfirmKey(confirm);
  const title = t(`bulk.${action}`);
  return (
    <Modal
      open
      width={720}
      title={title}
      onCancel={() => onClose(run.isSuccess)}
      footer={
        run.isSuccess ? (
          <Button onClick={() => onClose(true)}>{t('close')}</Button>
        ) : (
          <>
            <Button onClick={() => onClose(false)}>{t('cancel')}</Button>
            <Button
              type="primary"
              loading={run.isPending}
              disabled={included === 0}
              onClick={confirm}
            >
              {t('bulkConfirm', { action: title, count: included })}
            </Button>
          </>
        )
      }
    >
      <div>
        {needsPerson && !run.isSuccess && <ColleagueSelect value={to} onChange={setTo} />}
        <ProblemAlert error={preview.error ?? run.error} />
        {preview.isPending && <Loading rows={3} />}
        {run.data !== undefined ? (
          <>
            {action === 'print' && preview.data !== undefined && (
              <PapersLink token={preview.data.token} results={run.data.results} />
            )}
            <BulkResultTable results={run.data.results} included={preview.data?.included ?? []} />
          </>
        ) : (
          preview.data !== undefined && <CaseLists preview={preview.data} />
        )}
      </div>
    </Modal>
  );
}
