import { Form, Input, InputNumber, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LawChange } from '../../../domain/law/draft.ts';
import { useLanguage } from '../../words/index.ts';
import { DayRows } from './DayRows.tsx';
import { useLawBasis } from './query.ts';

const UNITS = ['calendarDay', 'workingDay', 'workingHour', 'hour'] as const;

/** Fields of a change under `change` of the form around them: days of a calendar, or one term. */
export function ChangeFields() {
  const { t } = useTranslation('rehearsal');
  const of = Form.useWatch<LawChange['of'] | undefined>(['change', 'of']) ?? 'CALENDAR';
  return (
    <>
      <Form.Item name={['change', 'of']} label={t('draft.what')} initialValue="CALENDAR">
        <Segmented
          aria-label={t('draft.what')}
          options={(['CALENDAR', 'TERM'] as const).map((value) => ({
            value,
            label: t(`of.${value}`),
          }))}
        />
      </Form.Item>
      {of === 'CALENDAR' ? <CalendarFields /> : <TermFields />}
    </>
  );
}

function CalendarFields() {
  const { t } = useTranslation('rehearsal');
  const { data } = useLawBasis();
  const calendars = data?.calendars ?? [];
  const newest = calendars.find(({ replaced }) => !replaced)?.version;
  return (
    <>
      <Form.Item
        key={newest}
        name={['change', 'base']}
        label={t('base')}
        initialValue={newest}
        rules={[{ required: true, message: t('required') }]}
      >
        <Select
          options={calendars.map(({ version, replaced }) => ({
            value: version,
            label: replaced ? `${version} (${t('replaced')})` : version,
          }))}
        />
      </Form.Item>
      <Form.Item name={['change', 'extendTo']} label={t('extendTo')} extra={t('extendToHint')}>
        <InputNumber min={2021} max={2052} precision={0} />
      </Form.Item>
      <DayRows />
    </>
  );
}

function TermFields() {
  const { t } = useTranslation('rehearsal');
  const { language } = useLanguage();
  const { data } = useLawBasis();
  const ruleSetId = Form.useWatch<string | undefined>(['change', 'ruleSetId']);
  const term = Form.useWatch<string | undefined>(['change', 'term']);
  const terms = data?.ruleSets.find(({ id }) => id === ruleSetId)?.terms ?? [];
  const now = terms.find((each) => each.term === term);
  const needed = [{ required: true, message: t('required') }];
  return (
    <>
      <Form.Item name={['change', 'ruleSetId']} label={t('ruleSet')} rules={needed}>
        <Select
          options={(data?.ruleSets ?? []).map(({ id, name }) => {
            return { value: id, label: `${id} · ${name[language]}` };
          })}
        />
      </Form.Item>
      <Form.Item
        name={['change', 'term']}
        label={t('term')}
        rules={needed}
        extra={now && t('termNow', { ...now, unit: t(`unit.${now.unit}`), citation: now.citation })}
      >
        <Select
          options={terms.map((each) => ({ value: each.term, label: t(`term.${each.term}`) }))}
        />
      </Form.Item>
      <div className="rehearsal-pair">
        <Form.Item name={['change', 'amount']} label={t('amount')} rules={needed}>
          <InputNumber min={0} max={1000} />
        </Form.Item>
        <Form.Item name={['change', 'unit']} label={t('unit')} rules={needed}>
          <Select options={UNITS.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))} />
        </Form.Item>
      </div>
      <Form.Item name={['change', 'citation']} label={t('citation')} rules={needed}>
        <Input maxLength={300} />
      </Form.Item>
    </>
  );
}
