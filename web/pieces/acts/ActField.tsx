import { Checkbox, Form, Input, Radio } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type ActName, conclusionFits, type DraftEntry } from '../../../domain/acts.ts';
import type { CaseDetail } from '../../../domain/case.ts';
import type { CaseEvaluation } from '../../../domain/conviction/caseEvaluation.ts';
import { EXTENSION_REASONS } from '../../../domain/clock/law.ts';
import {
  CANCEL_GROUNDS,
  COMPLEX_GROUNDS,
  CONCLUSIONS,
  type Conclusion,
  REFUSAL_GROUNDS,
  REGIMES,
} from '../../../domain/flow/applicationState.ts';
import { FURTHER_REASONS } from '../../../domain/flow/askReason.ts';
import { SETTLEMENT_GROUNDS, SIDES } from '../../../domain/flow/conflict.ts';
import { RULINGS } from '../../../domain/flow/transferState.ts';
import type { CodeGroup } from '../../../domain/wording/codes.ts';
import { useLabel } from '../../words/index.ts';
import { BanDeviationField, BanFields } from '../bans/BanFields.tsx';
import { ClockField } from './ClockField.tsx';
import { EntryFields } from './EntryFields.tsx';
import {
  AskedUnitField,
  ConflictField,
  EarlierAnswerField,
  RequestField,
  ShortcutField,
} from './QuestionFields.tsx';

interface ActFieldProps {
  act: ActName;
  name: string;
  detail: CaseDetail;
  /** The first field of a dialog takes the focus. */
  first: boolean;
  evaluated?: CaseEvaluation | undefined;
}

/** One field of an act by its name in the act's schema; what is not a code is prose. */
export function ActField({ act, name, detail, first, evaluated }: ActFieldProps) {
  const { t } = useTranslation();
  const grounds = act === 'cancel' ? CANCEL_GROUNDS : REFUSAL_GROUNDS;
  switch (name) {
    case 'feeSettled':
      return <FeeField />;
    case 'ground':
      return <CodeField name={name} title={t('field.ground')} group="ground" codes={grounds} />;
    case 'regime':
      return <CodeField name={name} title={t('field.regime')} group="regime" codes={REGIMES} />;
    case 'conclusion':
      return <ConclusionField />;
    case 'grounds':
      return <GroundsField needsComplex={act === 'classify'} />;
    case 'requestId':
      return <RequestField act={act} detail={detail} />;
    case 'shortcut':
      return <ShortcutField detail={detail} />;
    case 'kind':
    case 'unit':
      return <AskedUnitField name={name} />;
    case 'why':
      return (
        <CodeField name={name} title={t('field.why')} group="askReason" codes={FURTHER_REASONS} />
      );
    case 'answerId':
      return <EarlierAnswerField detail={detail} />;
    case 'found':
      return <ConflictField detail={detail} />;
    case 'clean':
      return null;
    case 'stands':
      return <CodeField name={name} title={t('field.stands')} group="conflictSide" codes={SIDES} />;
    case 'rightCopy':
      return (
        <CodeField name={name} title={t('field.rightCopy')} group="rightCopy" codes={RULINGS} />
      );
    case 'settlement':
      return (
        <CodeField
          name={name}
          title={t('field.settlement')}
          group="settlementGround"
          codes={SETTLEMENT_GROUNDS}
        />
      );
    case 'clock':
      return <ClockField detail={detail} />;
    case 'basis':
      return (
        <CodeField
          name={name}
          title={t('field.basis')}
          group="stepReason"
          codes={EXTENSION_REASONS}
        />
      );
    case 'entries':
      return <EntryFields evaluated={evaluated} />;
    case 'bans':
      return <BanFields caseId={detail.line.caseId} />;
    case 'banDeviation':
      return <BanDeviationField caseId={detail.line.caseId} />;
    default:
      return (
        <ProseField
          name={name}
          first={first}
          long={name === 'reasoning'}
          hint={act === 'refuse' ? t('refusalIsRead') : null}
        />
      );
  }
}

/** Whether the field's act accepts it is the domain's question; here only "not empty" is asked. */
function useRequired() {
  const { t } = useTranslation();
  return [{ required: true, message: t('required') }];
}

interface ProseFieldProps {
  name: string;
  first: boolean;
  long: boolean;
  hint: string | null;
}

function ProseField({ name, first, long, hint }: ProseFieldProps) {
  const { t } = useTranslation();
  const rules = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <Form.Item name={name} label={t(`field.${name}`)} rules={rules} extra={hint}>
      <Input.TextArea autoFocus={first} rows={long ? 7 : 3} maxLength={long ? 4000 : 2000} />
    </Form.Item>
  );
}

function FeeField() {
  const { t } = useTranslation();
  const rule = {
    validator: (_: unknown, ticked: unknown) =>
      ticked === true ? Promise.resolve() : Promise.reject(new Error(t('feeMustBeSettled'))),
  };
  return (
    <Form.Item name="feeSettled" valuePropName="checked" rules={[rule]}>
      <Checkbox>{t('field.feeSettled')}</Checkbox>
    </Form.Item>
  );
}

interface CodeFieldProps {
  name: string;
  title: string;
  group: CodeGroup;
  codes: readonly string[];
}

function CodeField({ name, title, group, codes }: CodeFieldProps) {
  const label = useLabel();
  const rules = useRequired();
  return (
    <Form.Item name={name} label={title} rules={rules}>
      <Radio.Group
        className="stacked"
        options={codes.map((code) => ({ value: code, label: label(group, code) }))}
      />
    </Form.Item>
  );
}

/** The judgments must bear the conclusion out; the domain judges, here and again on the server. */
function ConclusionField() {
  const { t } = useTranslation();
  const label = useLabel();
  const required = useRequired();
  const entries = (Form.useWatch('entries') ?? []) as Pick<DraftEntry, 'expungedOn' | 'standing'>[];
  const judged = entries.map((entry) => ({ ...entry, expungedOn: entry.expungedOn || null }));
  const fits = {
    validator: (_: unknown, conclusion: Conclusion | undefined) =>
      conclusion === undefined || conclusionFits(conclusion, judged as DraftEntry[])
        ? Promise.resolve()
        : Promise.reject(new Error(t('conclusionUnfit'))),
  };
  const form = Form.useFormInstance();
  const dates = judged.map(({ expungedOn, standing }) => `${expungedOn} ${standing}`).join();
  useEffect(() => {
    const refused = form.getFieldError('conclusion').length > 0;
    if (refused) form.validateFields(['conclusion']).catch(() => undefined);
  }, [form, dates]);
  return (
    <Form.Item
      name="conclusion"
      label={t('field.conclusion')}
      rules={[...required, fits]}
      validateTrigger={[]}
    >
      <Radio.Group
        className="stacked"
        options={CONCLUSIONS.map((code) => ({ value: code, label: label('conclusion', code) }))}
      />
    </Form.Item>
  );
}

function GroundsField({ needsComplex }: { needsComplex: boolean }) {
  const { t } = useTranslation();
  const label = useLabel();
  const regime: unknown = Form.useWatch('regime');
  const rules = useRequired();
  if (needsComplex && regime !== 'COMPLEX') return null;
  return (
    <Form.Item name="grounds" label={t('field.grounds')} rules={rules}>
      <Checkbox.Group
        className="stacked"
        options={COMPLEX_GROUNDS.map((code) => ({ value: code, label: label('ground', code) }))}
      />
    </Form.Item>
  );
}
