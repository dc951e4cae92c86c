import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../domain/account.ts';
import { useFacts } from '../facts.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useSessionChanges } from '../session.tsx';

/** Over a page whose session has ended: its person signs in again and goes on where they were. */
export function SessionEnded({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { signIn, signOut } = useSessionChanges();
  const facts = useFacts();
  const signingIn = useMutation({ mutationFn: signIn });
  const leaving = useMutation({ mutationFn: signOut });
  const { username, displayName } = account;
  return (
    <Modal open closable={false} keyboard={false} footer={null} title={t('sessionEnded')}>
      <p>{t('sessionEndedText', { name: displayName })}</p>
      <Form<{ password: string }>
        layout="vertical"
        requiredMark={false}
        initialValues={{ password: facts.data?.facts.demoPassword ?? '' }}
        onFinish={({ password }) => signingIn.mutate({ username, password })}
      >
        <Form.Item label={t('username')}>
          <Input value={username} readOnly autoComplete="username" />
        </Form.Item>
        <Form.Item
          label={t('password')}
          name="password"
          rules={[{ required: true, message: t('required') }]}
        >
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <ProblemAlert error={signingIn.error ?? leaving.error} />
        <div className="row-between">
          <Button type="primary" htmlType="submit" loading={signingIn.isPending}>
            {t('signInAgain')}
          </Button>
          <Button type="text" loading={leaving.isPending} onClick={() => leaving.mutate()}>
            {t('signInAsOther')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
