import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { LawRun } from '../../../domain/law/run.ts';
import { ChangeFields } from '../../admin/rehearsal/ChangeFields.tsx';
import { changeOf } from '../../admin/rehearsal/changeOf.ts';
import { showProblems } from '../../pieces/fieldProblems.ts';
import { send } from '../../api.ts';
import { DateInput } from '../../pieces/DateInput.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useSteadyKey } from '../../steadyKey.ts';

interface Values {
  title: string;
  change: unknown;
  from: string;
  to: string;
}

/** What to try, and on the deadlines of which time. */
export function WhatIfForm({ onBegun }: { onBegun: (run: LawRun) => void }) {
  const { t } = useTranslation('rehearsal');
  const [form] = Form.useForm<Values>();
  const keyOf = useSteadyKey();
  const begin = useMutation({
    mutationFn: ({ change, ...values }: Values) => {
      const body = { ...values, change: changeOf(change) };
      return send('POST', '/what-if', body, LawRun, { idempotencyKey: keyOf(body) });
    },
    onError: (error) => showProblems(form, error),
    onSuccess: onBegun,
  });
  const needed = [{ required: true, message: t('required') }];
  return (
    <details className="what-if-form" open>
      <summary>{t('whatIf.change')}</summary>
      <ProblemAlert error={begin.error} />
      <Form form={form} layout="vertical" onFinish={begin.mutate}>
        <div className="rehearsal-pair">
          <Form.Item name="title" label={t('whatIf.name')} rules={needed}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item name="from" label={t('whatIf.from')} rules={needed}>
            <DateInput />
          </Form.Item>
          <Form.Item name="to" label={t('whatIf.to')} rules={needed}>
            <DateInput />
          </Form.Item>
        </div>
        <ChangeFields />
        <Button type="primary" htmlType="submit" loading={begin.isPending}>
          {t('whatIf.run')}
        </Button>
      </Form>
    </details>
  );
}
