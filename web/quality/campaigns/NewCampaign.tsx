import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ASKED_SOURCES } from '../../../domain/quality/campaign.ts';
import { QUALITY_RULES } from '../../../domain/quality/codes.ts';
import { DateInput } from '../../pieces/DateInput.tsx';
import { forget, showProblems } from '../../pieces/fieldProblems.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useUnits } from '../../pieces/units.ts';
import { useSession } from '../../session.tsx';
import { usePrepare } from './query.ts';

type Source = (typeof ASKED_SOURCES)[number];

interface Plan {
  name?: string;
  rules?: string[];
  judgedFrom?: string | null;
  judgedTo?: string | null;
  startsOn?: string | null;
  endsOn?: string | null;
  units?: Partial<Record<Source, string>>;
}

/** Plans a campaign: its rules, the judgments it is about, its days, and the units that take part. */
export function NewCampaign({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['campaigns', 'quality']);
  const navigate = useNavigate();
  const [form] = Form.useForm<Plan>();
  const { mutate, isPending, error } = usePrepare(({ campaign }) => {
    void navigate(`/chat-luong/dot/${campaign.id}`);
  });
  const prepare = ({ name, rules, units = {}, ...days }: Plan): void => {
    const takingPart = ASKED_SOURCES.flatMap((source) => {
      const unit = units[source];
      return unit === undefined ? [] : [{ source, unit }];
    });
    const { judgedFrom = null, judgedTo = null, startsOn = null, endsOn = null } = days;
    const period = { judgedFrom, judgedTo, startsOn, endsOn };
    mutate(
      { name: name ?? '', rules: rules ?? [], ...period, units: takingPart },
      { onError: (refusal) => showProblems(form, refusal) },
    );
  };
  const date = (name: keyof Plan, required: boolean) => (
    <Form.Item name={name} label={t(name)} required={required}>
      <DateInput />
    </Form.Item>
  );
  return (
    <Modal
      open
      title={t('new')}
      okText={t('prepare')}
      cancelText={t('cancel')}
      confirmLoading={isPending}
      maskClosable={false}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        onValuesChange={(changed) => forget(form, changed)}
        onFinish={prepare}
      >
        <Form.Item name="name" label={t('name')} required>
          <Input maxLength={150} autoFocus />
        </Form.Item>
        <Form.Item name="rules" label={t('rules')} required>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={QUALITY_RULES.map((value) => ({ value, label: t(`quality:rule.${value}`) }))}
          />
        </Form.Item>
        {date('startsOn', true)}
        {date('endsOn', true)}
        {date('judgedFrom', false)}
        {date('judgedTo', false)}
        <p className="muted">{t('judgedHint')}</p>
        {ASKED_SOURCES.map((source) => (
          <UnitOf key={source} source={source} />
        ))}
        <p className="muted">{t('unitsHint')}</p>
        <ProblemAlert error={error} form={form} />
      </Form>
    </Modal>
  );
}

/** Which unit of the department's province is asked for one kind of source. */
function UnitOf({ source }: { source: Source }) {
  const { t } = useTranslation(['campaigns', 'quality']);
  const { account } = useSession();
  const { data } = useUnits();
  const units = (data ?? []).filter(
    ({ kind, provinceCode }) => kind === source && provinceCode === account.provinceCode,
  );
  return (
    <Form.Item name={['units', source]} label={t(`quality:source.${source}`)}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={units.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </Form.Item>
  );
}
