import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Account } from '../../domain/account.ts';
import { CaseLine } from '../../domain/case.ts';
import { get, send } from '../api.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { SubjectName } from '../pieces/SubjectName.tsx';

const Colleagues = z.object({ accounts: z.array(Account) });

/** Gives a case to another person of the unit who may do what comes next. */
export function Reassign({ line, onClose }: { line: CaseLine; onClose: () => void }) {
  const { t } = useTranslation('supervisor');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [to, setTo] = useState<string | null>(null);
  const colleagues = useQuery({
    queryKey: ['colleagues'],
    queryFn: () => get('/colleagues', Colleagues),
    staleTime: 60_000,
  });
  const able = (colleagues.data?.accounts ?? []).filter(
    ({ id, roles }) => id !== line.holder?.id && roles.some((role) => role === line.queueRole),
  );
  const { mutate, isPending, error } = useMutation({
    mutationFn: (account: Account) =>
      send('PUT', `/cases/${line.caseId}/assignment`, { to: account.id }, CaseLine),
    onSuccess: (_, { displayName }) => {
      void message.success(t('reassign.done', { caseId: line.caseId, to: displayName }));
      void client.invalidateQueries({ queryKey: ['board'] });
      void client.invalidateQueries({ queryKey: ['worklist'] });
      onClose();
    },
  });
  const chosen = able.find(({ id }) => id === to);
  return (
    <Modal
      open
      title={t('reassign.title', { caseId: line.caseId })}
      okText={t('reassign.ok')}
      cancelText={t('reassign.cancel')}
      okButtonProps={{ disabled: chosen === undefined, loading: isPending }}
      onOk={() => chosen && mutate(chosen)}
      onCancel={onClose}
    >
      <p>
        <SubjectName name={line.subjectName} />
        <br />
        {t('reassign.now', { holder: line.holder?.displayName ?? t('soonest.nobody') })}
      </p>
      <ProblemAlert error={colleagues.error ?? error} />
      <Form layout="vertical">
        <Form.Item label={t('reassign.to')} htmlFor="reassign-to">
          <Select
            id="reassign-to"
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            loading={colleagues.isPending}
            placeholder={t('reassign.choose')}
            notFoundContent={t('reassign.nobody')}
            value={to}
            options={able.map(({ id, displayName, title }) => {
              return { value: id, label: `${displayName}, ${title}` };
            })}
            onChange={setTo}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
