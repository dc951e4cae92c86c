import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { ABSENCE_REASONS, type AbsenceToEnter, canCover } from '../../../domain/absence.ts';
import { Account } from '../../../domain/account.ts';
import { ApiProblem, get } from '../../api.ts';
import { DateInput } from '../../pieces/DateInput.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useSession } from '../../session.tsx';
import { useAbsenceChanges } from './query.ts';

const Colleagues = z.object({ accounts: z.array(Account) });
const NOBODY = 'nobody';

type Values = Omit<AbsenceToEnter, 'delegate'> & { delegate: string };

/** Enters an absence: the own one, or (`oversees`) that of somebody of the unit. */
export function AbsenceForm({ oversees, onClose }: { oversees: boolean; onClose: () => void }) {
  const { t } = useTranslation('absences');
  const { message } = App.useApp();
  const { account } = useSession();
  const [form] = Form.useForm<Values>();
  const { enter } = useAbsenceChanges();
  const colleagues = useColleagues();
  const absentId = Form.useWatch('account', form) ?? account.id;
  const absent = colleagues.find(({ id }) => id === absentId) ?? account;
  const able = colleagues.filter(
    ({ id, roles }) => id !== absentId && canCover(absent.roles, roles),
  );
  const save = ({ delegate, note, ...values }: Values): void =>
    enter.mutate(
      {
        ...values,
        delegate: delegate === NOBODY ? null : delegate,
        note: note?.trim() ? note : null,
      },
      {
        onSuccess: ({ person }) => {
          void message.success(t('entered', { name: person.displayName }));
          onClose();
        },
      },
    );
  const helpOf = (name: string) => fieldHelp(enter.error, name);
  const optionsOf = (people: readonly Account[]) =>
    people.map(({ id, displayName, title }) => ({ value: id, label: `${displayName}, ${title}` }));
  return (
    <Modal
      open
      title={t('enter')}
      okText={t('save')}
      cancelText={t('close')}
      confirmLoading={enter.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <ProblemAlert error={enter.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ account: account.id, reason: 'LEAVE', delegate: NOBODY }}
        onFinish={save}
      >
        {oversees && (
          <Form.Item name="account" label={t('person')} {...helpOf('account')}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={optionsOf(colleagues)}
              onChange={() => form.setFieldValue('delegate', NOBODY)}
            />
          </Form.Item>
        )}
        {!oversees && <Form.Item name="account" hidden noStyle />}
        <Form.Item name="from" label={t('from')} required {...helpOf('from')}>
          <DateInput autoFocus />
        </Form.Item>
        <Form.Item name="to" label={t('to')} required {...helpOf('to')}>
          <DateInput />
        </Form.Item>
        <Form.Item name="delegate" label={t('delegate')} {...helpOf('delegate')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={[{ value: NOBODY, label: t('nobody') }, ...optionsOf(able)]}
          />
        </Form.Item>
        <Form.Item name="reason" label={t('reasonTitle')}>
          <Select
            options={ABSENCE_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="note" label={t('note')} {...helpOf('note')}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function useColleagues(): Account[] {
  const { data } = useQuery({
    queryKey: ['colleagues'],
    queryFn: () => get('/colleagues', Colleagues),
    staleTime: 300_000,
  });
  return data?.accounts ?? [];
}

/** What the server says is wrong with a field, for its form item. */
function fieldHelp(error: unknown, name: string) {
  const wrong =
    error instanceof ApiProblem ? error.fields.find(({ path }) => path === name) : undefined;
  return wrong === undefined ? {} : { validateStatus: 'error' as const, help: wrong.message };
}
