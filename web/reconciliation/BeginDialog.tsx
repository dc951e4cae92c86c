import { Form, Input, Modal, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { lastEnded, periodOf, RHYTHMS } from '../../domain/exchange/period.ts';
import { dateOf } from '../../domain/instant.ts';
import { SUPPLIER_KINDS, type SupplierKind } from '../../domain/supply/kinds.ts';
import { SUPPLIER_NAMES } from '../../domain/wording/supplyNames.ts';
import { useBusinessNow } from '../facts.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useUnits } from '../pieces/units.ts';
import { useConfirmKey } from '../pieces/useConfirmKey.ts';
import { isAtCentre } from '../records/tabs.ts';
import { useSession } from '../session.tsx';
import { useLanguage } from '../words/index.ts';
import { useBegin } from './query.ts';
import { usePeriodName } from './usePeriodName.ts';

interface Values {
  counterpart: 'CENTRE' | 'SUPPLIER';
  unit: string;
  kind: SupplierKind;
  name: string;
  period: string;
}

/** Asks with whom and, of a supplier, for which period; the run opens with its page. Ctrl+Enter begins. */
export function BeginDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('reconciliation');
  const { account } = useSession();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const counterpart = Form.useWatch('counterpart', form);
  const { mutate, isPending, error } = useBegin();
  useConfirmKey(() => !isPending && form.submit());
  const begin = ({ counterpart: whom, unit, kind, name, period }: Values): void =>
    mutate(
      whom === 'CENTRE'
        ? { unit, supplier: null }
        : { unit: account.unit, supplier: { kind, name }, period },
      { onSuccess: ({ caseId }) => void navigate(`/doi-chieu/${caseId}`) },
    );
  const periods = usePeriods();
  return (
    <Modal
      open
      title={t('begin')}
      okText={t('begin')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        disabled={isPending}
        initialValues={{
          counterpart: 'CENTRE',
          unit: isAtCentre(account) ? undefined : account.unit,
          kind: 'FIRST_INSTANCE_COURT',
          period: periods[0]?.value,
        }}
        onFinish={begin}
      >
        <Form.Item name="counterpart" label={t('counterpart')}>
          <Radio.Group
            options={(['CENTRE', 'SUPPLIER'] as const).map((value) => ({
              value,
              label: t(`counterpart.${value}`),
            }))}
          />
        </Form.Item>
        {counterpart === 'SUPPLIER' ? (
          <>
            <SupplierFields />
            <Form.Item name="period" label={t('period')} rules={[{ required: true }]}>
              <Select options={periods} />
            </Form.Item>
          </>
        ) : (
          <>
            <UnitField />
            <p className="muted">{t('wholeBooksLead')}</p>
          </>
        )}
      </Form>
      <ProblemAlert error={error} />
    </Modal>
  );
}

function SupplierFields() {
  const { t } = useTranslation('reconciliation');
  const { language } = useLanguage();
  const kinds = SUPPLIER_KINDS.map((value) => ({ value, label: SUPPLIER_NAMES[value][language] }));
  return (
    <>
      <Form.Item name="kind" label={t('supplierKind')} rules={[{ required: true }]}>
        <Select options={kinds} />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('supplierName')}
        extra={t('supplierHint')}
        rules={[{ required: true, whitespace: true, message: t('supplierNeeded') }]}
      >
        <Input maxLength={150} />
      </Form.Item>
    </>
  );
}

/** Whose records; a department's are its own. */
function UnitField() {
  const { t } = useTranslation('reconciliation');
  const { account } = useSession();
  const { data } = useUnits();
  const units = (data ?? []).filter(({ kind }) => kind === 'STP');
  return (
    <Form.Item name="unit" label={t('unit')} rules={[{ required: true, message: t('unitNeeded') }]}>
      <Select
        showSearch
        optionFilterProp="label"
        disabled={!isAtCentre(account)}
        options={units.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </Form.Item>
  );
}

/** The period of each rhythm that ended last, then those that run. */
function usePeriods(): { value: string; label: string }[] {
  const today = dateOf(useBusinessNow());
  const periodName = usePeriodName();
  const ended = RHYTHMS.map((rhythm) => lastEnded(rhythm, today));
  const running = RHYTHMS.map((rhythm) => periodOf(rhythm, today));
  return [...ended, ...running].map((value) => ({ value, label: periodName(value) }));
}
