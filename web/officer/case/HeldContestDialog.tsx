import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Holder, HOLDERS, OFFICE_HOLDERS } from '../../../domain/flow/holder.ts';
import { CENTRE_UNIT } from '../../../domain/flow/flow.ts';
import { VERIFICATION_KINDS } from '../../../domain/flow/verification.ts';
import { CaseHoldings, type ContestForm } from '../../../domain/holding.ts';
import { send } from '../../api.ts';
import { formatInstant } from '../../pieces/format.ts';
import { useHeldName } from '../../pieces/held/useHeldName.ts';
import { InstantInput } from '../../pieces/InstantInput.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useUnits } from '../../pieces/units.ts';
import { useConfirmKey } from '../../pieces/useConfirmKey.ts';
import { useSession } from '../../session.tsx';
import { useSteadyKey } from '../../steadyKey.ts';
import { useLabel } from '../../words/index.ts';

interface HeldContestDialogProps {
  caseId: string;
  holdings: CaseHoldings;
  onClose: () => void;
}

type Values = Omit<ContestForm, 'toUnit'> & { span: string; toUnit?: string | null };

/** Contests a stretch of time charged to the reader's unit: which, whose it was, why. */
export function HeldContestDialog({ caseId, holdings, onClose }: HeldContestDialogProps) {
  const { t } = useTranslation('officer');
  const { message } = App.useApp();
  const { account } = useSession();
  const heldName = useHeldName();
  const client = useQueryClient();
  const keyFor = useSteadyKey();
  const [form] = Form.useForm<Values>();
  const ours = holdings.spans.filter(({ unit }) => unit === account.unit);
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ span: _span, toUnit = null, ...rest }: Values) => {
      const body = { ...rest, toUnit };
      const path = `/cases/${caseId}/holdings/contests`;
      return send('POST', path, body, CaseHoldings, { idempotencyKey: keyFor(body) });
    },
    onSuccess: () => {
      void message.success(t('contest.raised'));
      void client.invalidateQueries({ queryKey: ['case', caseId] });
      onClose();
    },
  });
  useConfirmKey(() => !isPending && form.submit());
  const [first] = ours;
  const required = [{ required: true, message: t('required') }];
  return (
    <Modal
      open
      title={t('contest.open')}
      okText={t('contest.send')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="muted">{t('contest.lead')}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        disabled={isPending}
        initialValues={{ span: first?.from, from: first?.from, to: first?.to }}
        onFinish={mutate}
      >
        <Form.Item name="span" label={t('contest.span')} rules={required}>
          <Select
            options={ours.map((span) => {
              const when = `${formatInstant(span.from)} – ${formatInstant(span.to)}`;
              return { value: span.from, label: `${when} · ${heldName(span)}` };
            })}
            onChange={(from: string) => {
              const to = ours.find((span) => span.from === from)?.to;
              form.setFieldsValue({ from, ...(to !== undefined && { to }) });
            }}
          />
        </Form.Item>
        <Form.Item name="from" label={t('heldFrom')} rules={required}>
          <InstantInput />
        </Form.Item>
        <Form.Item name="to" label={t('heldTo')} rules={required}>
          <InstantInput />
        </Form.Item>
        <Target owner={holdings.unit} onHolder={(unit) => form.setFieldValue('toUnit', unit)} />
        <Form.Item
          name="reason"
          label={t('contest.reason')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
      </Form>
      <ProblemAlert error={error} />
    </Modal>
  );
}

interface TargetProps {
  /** Unit that owns the case. */
  owner: string;
  /** Told the unit that a newly chosen holder is in, or null where one is still to be chosen or none is. */
  onHolder: (unit: string | null) => void;
}

/** Whose the time was: a holder, and its unit where there are several. */
function Target({ owner, onHolder }: TargetProps) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const { data: units = [] } = useUnits();
  const holder = Form.useWatch<Holder | undefined>('toHolder');
  const kinds: readonly string[] =
    holder === 'AGENCY' ? VERIFICATION_KINDS : holder === 'POST' ? ['POST'] : [];
  const inOffice = holder !== undefined && OFFICE_HOLDERS.includes(holder);
  const choices = units.filter(({ code, kind }) =>
    inOffice ? code === owner || code === CENTRE_UNIT : kinds.includes(kind),
  );
  return (
    <>
      <Form.Item
        name="toHolder"
        label={t('contest.toHolder')}
        rules={[{ required: true, message: t('required') }]}
      >
        <Select
          options={HOLDERS.map((code) => ({ value: code, label: label('holder', code) }))}
          onChange={(next: Holder) => onHolder(OFFICE_HOLDERS.includes(next) ? owner : null)}
        />
      </Form.Item>
      {choices.length > 0 && (
        <Form.Item
          name="toUnit"
          label={t('contest.toUnit')}
          rules={[{ required: true, message: t('required') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={choices.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
      )}
    </>
  );
}
