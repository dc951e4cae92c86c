import { App, Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DAY_CLASSES, type DisputeToRaise } from '../../../domain/dispute.ts';
import { allows } from '../../../domain/permission.ts';
import { DateInput } from '../../pieces/DateInput.tsx';
import { formatDate } from '../../pieces/format.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useSession } from '../../session.tsx';
import { About, Ruling } from '../../supervisor/disputes/DisputeTable.tsx';
import { useContest, useDisputesOf } from '../../supervisor/disputes/query.ts';
import '../../supervisor/sections.css';

interface ContestClockProps {
  caseId: string;
  clock: string;
  /** Days of the clock, from which one may be contested. */
  days: readonly { date: string }[];
}

/** A button that contests one day of a clock, or its due date. */
export function ContestClock(props: ContestClockProps) {
  const { t } = useTranslation('disputes');
  const { account } = useSession();
  const [open, setOpen] = useState(false);
  if (!allows(account, 'dispute.raise')) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('contest')}
      </Button>
      {open && <ContestDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

interface Values {
  what: 'DATE' | 'DAY';
  day?: string;
  dayClass?: string;
  dueOn?: string | null;
  reason: string;
}

function ContestDialog({
  caseId,
  clock,
  days,
  onClose,
}: ContestClockProps & { onClose: () => void }) {
  const { t } = useTranslation('disputes');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const oneDay = Form.useWatch('what', form) === 'DAY';
  const { mutate, isPending, error } = useContest(caseId);
  const contest = ({ what, day, dayClass, dueOn, reason }: Values): void => {
    const about = what === 'DAY' ? { day, wanted: dayClass } : { day: null, wanted: dueOn };
    const raised = { clock, day: about.day ?? null, wanted: about.wanted ?? null, reason };
    mutate(raised as DisputeToRaise, {
      onSuccess: () => {
        void message.success(t('sent'));
        onClose();
      },
    });
  };
  const needed = [{ required: true, message: t('required') }];
  return (
    <Modal
      open
      title={t('contestTitle')}
      okText={t('send')}
      cancelText={t('back')}
      confirmLoading={isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <ProblemAlert error={error} />
      <Form form={form} layout="vertical" initialValues={{ what: 'DATE' }} onFinish={contest}>
        <Form.Item name="what" label={t('contestWhat')}>
          <Radio.Group
            options={[
              { value: 'DATE', label: t('wholeDate') },
              { value: 'DAY', label: t('oneDay') },
            ]}
          />
        </Form.Item>
        {oneDay ? (
          <>
            <Form.Item name="day" label={t('day')} rules={needed}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={days.map(({ date }) => ({ value: date, label: formatDate(date) }))}
              />
            </Form.Item>
            <Form.Item name="dayClass" label={t('shouldBe')}>
              <Select
                allowClear
                options={DAY_CLASSES.map((value) => ({ value, label: t(`class.${value}`) }))}
              />
            </Form.Item>
          </>
        ) : (
          <Form.Item name="dueOn" label={t('shouldBeDue')}>
            <DateInput />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t('reason')} rules={needed}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** Contests of this case with their rulings; nothing when there are none. */
export function CaseContests({ caseId }: { caseId: string }) {
  const { t } = useTranslation('disputes');
  const { data, error } = useDisputesOf(caseId);
  if (error !== null) return <ProblemAlert error={error} />;
  if (data === undefined || data.disputes.length === 0) return null;
  return (
    <section aria-labelledby="contests-title">
      <h3 id="contests-title">{t('ofCase')}</h3>
      <ul>
        {data.disputes.map((dispute) => (
          <li key={dispute.id}>
            <About dispute={dispute} />
            <div className="said-reason">{dispute.reason}</div>
            <Ruling dispute={dispute} />
          </li>
        ))}
      </ul>
    </section>
  );
}
