import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ActName } from '../../../domain/acts.ts';
import type { CaseDetail } from '../../../domain/case.ts';
import { VERIFICATION_KINDS } from '../../../domain/flow/verification.ts';
import { useLabel } from '../../words/index.ts';
import { formatDate, formatInstant } from '../format.ts';
import { useUnits } from '../units.ts';
import { openConflicts, questionsFor } from './questionsFor.ts';

function useRequired() {
  const { t } = useTranslation();
  return [{ required: true, message: t('required') }];
}

/** Which question: those that the act can be done on. */
export function RequestField({ act, detail }: { act: ActName; detail: CaseDetail }) {
  const { t } = useTranslation();
  const rules = useRequired();
  const choices = questionsFor(act, detail);
  const ids = choices.map(({ requestId }) => requestId);
  const needed = (detail.answers ?? []).filter(
    ({ requestId, inForce, needed: what }) => inForce && what !== null && ids.includes(requestId),
  );
  return (
    <>
      {needed.map(({ requestId, by, needed: what }) => (
        <blockquote key={requestId}>
          {by}: {what}
        </blockquote>
      ))}
      <Form.Item name="requestId" label={t('field.requestId')} rules={rules}>
        <Select
          options={choices.map(({ requestId, unitName }) => ({
            value: requestId,
            label: `${unitName} · ${requestId}`,
          }))}
        />
      </Form.Item>
    </>
  );
}

/** Offered only where an earlier dossier allows it; says which and by what rule. */
export function ShortcutField({ detail: { verifiedBefore } }: { detail: CaseDetail }) {
  const { t } = useTranslation('officer');
  if (verifiedBefore === null) return null;
  const { caseId, on, citation } = verifiedBefore;
  return (
    <Form.Item name="shortcut" valuePropName="checked" extra={citation}>
      <Checkbox>{t('ask.shortcut', { caseId, on: formatDate(on) })}</Checkbox>
    </Form.Item>
  );
}

/** First the kind of agency, then which of them. */
export function AskedUnitField({ name }: { name: 'kind' | 'unit' }) {
  const { t } = useTranslation();
  const label = useLabel();
  const rules = useRequired();
  const form = Form.useFormInstance();
  const kind: unknown = Form.useWatch('kind');
  const { data: units = [], isPending } = useUnits();
  if (name === 'kind') {
    return (
      <Form.Item name="kind" label={t('field.kind')} rules={rules}>
        <Select
          onChange={() => form.setFieldValue('unit', undefined)}
          options={VERIFICATION_KINDS.map((code) => ({
            value: code,
            label: label('verification', code),
          }))}
        />
      </Form.Item>
    );
  }
  const choices = units.filter((unit) => unit.kind === kind);
  return (
    <Form.Item name="unit" label={t('field.unit')} rules={rules}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        loading={isPending}
        disabled={kind === undefined}
        options={choices.map((unit) => ({ value: unit.code, label: unit.name }))}
      />
    </Form.Item>
  );
}

/** What the same unit answered lately; chosen together with the question it serves. */
export function EarlierAnswerField({ detail: { earlierAnswers } }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const label = useLabel();
  const rules = useRequired();
  const requestId: unknown = Form.useWatch('requestId');
  const choices = earlierAnswers.filter((answer) => answer.requestId === requestId);
  return (
    <Form.Item name="answerId" label={t('field.answerId')} rules={rules}>
      <Radio.Group
        className="stacked"
        options={choices.map(({ answerId, outcome, answeredAt, fromCase }) => ({
          value: answerId,
          label: `${label('outcome', outcome)} · ${formatInstant(answeredAt)} · ${fromCase}`,
        }))}
      />
    </Form.Item>
  );
}

/** Which contradiction is settled: its two questions together. */
export function ConflictField({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const conflicts = openConflicts(detail);
  const [found, clean]: unknown[] = [Form.useWatch('found'), Form.useWatch('clean')];
  const nameOf = (id: string): string =>
    detail.verifications.find(({ requestId }) => requestId === id)?.unitName ?? id;
  return (
    <>
      <Form.Item label={t('field.found')} required>
        <Radio.Group
          className="stacked"
          value={conflicts.findIndex((each) => each.found === found && each.clean === clean)}
          onChange={({ target }) => form.setFieldsValue(conflicts[Number(target.value)] ?? {})}
          options={conflicts.map((each, index) => ({
            value: index,
            label: `${nameOf(each.found)} ≠ ${nameOf(each.clean)}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="found" hidden>
        <Input />
      </Form.Item>
      <Form.Item name="clean" hidden>
        <Input />
      </Form.Item>
    </>
  );
}
