import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseEvaluation } from '../../../domain/conviction/caseEvaluation.ts';
import type { EntryEvaluation } from '../../../domain/conviction/evaluation.ts';
import { deviates, type Judged, STANDINGS } from '../../../domain/conviction/standing.ts';
import { useLabel } from '../../words/index.ts';
import { formatDate } from '../format.ts';

interface JudgedFieldsProps {
  index: number;
  evaluated?: CaseEvaluation | undefined;
}

interface Typed extends Judged {
  judgmentNumber?: string;
  judgmentDate?: string;
}

/** What the officer takes a judgment for; a reason is asked where the rules say otherwise. */
export function JudgedFields({ index, evaluated }: JudgedFieldsProps) {
  const { t } = useTranslation('evaluation');
  const label = useLabel();
  const typed = Form.useWatch<Typed | undefined>(['entries', index]);
  const byRules = typed && evaluatedAs(typed, evaluated);
  const judged = { ...typed, expungedOn: typed?.expungedOn || null };
  const otherwise = byRules !== undefined && deviates(judged, byRules);
  const standings = STANDINGS.map((code) => ({ value: code, label: label('standing', code) }));
  return (
    <>
      <Form.Item name={[index, 'standing']} label={t('field.standing')}>
        <Select allowClear options={standings} popupMatchSelectWidth={false} />
      </Form.Item>
      <Form.Item name={[index, 'details']} hidden>
        <Kept />
      </Form.Item>
      {byRules !== undefined && (
        <p className="entry-by-rules">
          {t('byRules')}: <strong>{label('evaluationStatus', byRules.status)}</strong>
          {byRules.expungedOn !== null && ` ${t('on', { date: formatDate(byRules.expungedOn) })}`}
        </p>
      )}
      {otherwise && (
        <Form.Item
          name={[index, 'deviation']}
          label={t('field.deviation')}
          className="entry-by-rules"
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      )}
    </>
  );
}

/** A value of the form that nobody types: the details completed beside. */
function Kept() {
  return null;
}

function evaluatedAs(
  typed: Typed,
  evaluated: CaseEvaluation | undefined,
): EntryEvaluation | undefined {
  const at = evaluated?.entries.findIndex(
    ({ judgmentNumber, judgmentDate }) =>
      judgmentNumber === typed.judgmentNumber && judgmentDate === typed.judgmentDate,
  );
  return at === undefined ? undefined : evaluated?.evaluation.entries[at];
}
