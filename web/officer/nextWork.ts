import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { takeNextWork } from './claims.ts';

/** Takes and opens the next case to work on; says so when there is none. */
export function useNextWork() {
  const { t } = useTranslation('officer');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: takeNextWork,
    async onSuccess(caseId) {
      void client.invalidateQueries({ queryKey: ['worklist'] });
      if (caseId === null) message.info(t('noNextWork'));
      else await navigate(`/ho-so/${caseId}`);
    },
  });
}
