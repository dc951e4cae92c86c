import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AMENDMENT_KINDS, type AmendmentKind } from '../../domain/record/amendment.ts';
import type { Begun } from '../../domain/quality/mending.ts';
import type { RecordPage } from '../../domain/record/book.ts';
import { forget, showProblems } from '../pieces/fieldProblems.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { PaperRows } from '../records/PaperRows.tsx';
import { JUDGMENT_FIELDS, PERSON_FIELDS } from '../records/recordFields.ts';
import { RecordInput } from '../records/RecordInput.tsx';
import { useLeave, useTyped } from '../shell/Unsaved.tsx';
import '../records/records.css';
import { AMEND_FIELDS, areaOf } from './amendFields.ts';
import { AmendInput } from './AmendInput.tsx';
import { usePropose } from './query.ts';

interface AmendProps {
  page: RecordPage;
  /** What the form begins with, where it was opened to mend something; `reason` is why. */
  begins?: (Begun & { reason: string }) | null;
}

/** Proposing a change of a record: which, what, why; another person approves it. */
export function Amend({ page, begins = null }: AmendProps) {
  const { t } = useTranslation('recordBook');
  const [open, setOpen] = useState(begins !== null);
  return (
    <div className="record-book-acts">
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('amend')}
      </Button>
      {open && <AmendForm page={page} begins={begins} onClose={() => setOpen(false)} />}
    </div>
  );
}

function AmendForm({ page, begins = null, onClose }: AmendProps & { onClose: () => void }) {
  const { t } = useTranslation('recordBook');
  const { message } = App.useApp();
  const [kind, setKind] = useState<AmendmentKind>(begins?.kind ?? 'PERSON_CORRECTED');
  const [form] = Form.useForm();
  const ref: unknown = Form.useWatch('ref', form) ?? begins?.details['ref'];
  const { number, version } = page.line;
  const { mutate, isPending, error } = usePropose(number, () => {
    void message.success(t('proposed'));
    onClose();
  });
  const typed = useTyped(isPending);
  const leave = useLeave();
  const send = ({ reason, ...details }: Record<string, unknown>): void => {
    mutate(
      { kind, details: withNulls(details), reason, version },
      { onError: (refusal) => showProblems(form, refusal) },
    );
  };
  const area = areaOf(kind);
  return (
    <Modal
      open
      width={900}
      footer={null}
      maskClosable={false}
      title={t('amend')}
      onCancel={() => leave(onClose)}
    >
      <Select<AmendmentKind>
        aria-label={t('amendKind')}
        value={kind}
        popupMatchSelectWidth={false}
        options={AMENDMENT_KINDS.map((value) => ({ value, label: t(`cause.${value}`) }))}
        onChange={setKind}
      />
      <p className="muted">{t('amendLead')}</p>
      <Form
        key={`${kind} ${kind === 'JUDGMENT_CORRECTED' ? String(ref) : ''}`}
        form={form}
        layout="vertical"
        preserve={false}
        disabled={isPending}
        initialValues={{
          ...(begins?.kind === kind && { ...begins.details, reason: begins.reason }),
          ...initialOf(page, kind, ref),
        }}
        onFinish={send}
        onValuesChange={(changed) => {
          typed();
          forget(form, changed);
        }}
      >
        {AMEND_FIELDS[kind].map((field) => (
          <AmendInput key={field.path.join('.')} page={page} field={field} />
        ))}
        <AreaFields area={area} />
        <Form.Item name="reason" label={t('reason')} required>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
        <ProblemAlert error={error} form={form} />
        <div className="record-book-acts">
          <Button type="primary" htmlType="submit" loading={isPending}>
            {t('propose')}
          </Button>
          <Button onClick={() => leave(onClose)}>{t('cancel')}</Button>
        </div>
      </Form>
    </Modal>
  );
}

function AreaFields({ area }: { area: ReturnType<typeof areaOf> }) {
  if (area === null) return null;
  const fields = area === 'person' ? PERSON_FIELDS : JUDGMENT_FIELDS;
  return (
    <>
      {fields.map((field) => (
        <RecordInput key={field.name} area={area} field={field} />
      ))}
      {area === 'person' && <PaperRows />}
    </>
  );
}

/** What the form begins with: the record as it stands, for a correction. */
function initialOf({ file }: RecordPage, kind: AmendmentKind, ref: unknown): object {
  const { diedOn: _diedOn, ...person } = file.person;
  const at = file.judgments.find((one) => one.ref === ref) ?? file.judgments[0];
  if (areaOf(kind) === 'person') return { person };
  if (kind === 'JUDGMENT_CORRECTED') return { ref: at?.ref, judgment: at };
  const asks = AMEND_FIELDS[kind].some((field) => field.kind === 'judgment');
  return asks && file.judgments.length === 1 ? { ref: at?.ref } : {};
}

/** Fields left empty are told as null, as the record keeps them. */
function withNulls(details: Record<string, unknown>): Record<string, unknown> {
  const told = (area: 'person' | 'judgment', fields: readonly { name: string; kind: string }[]) => {
    const values = (details[area] ?? {}) as Record<string, unknown>;
    return Object.fromEntries(
      fields.map(({ name, kind }) => [name, values[name] || (kind === 'names' ? [] : null)]),
    );
  };
  const { person, judgment, ...rest } = details;
  const documents = (person as { documents?: unknown } | undefined)?.documents ?? [];
  return {
    ...rest,
    ...(person !== undefined && { person: { ...told('person', PERSON_FIELDS), documents } }),
    ...(judgment !== undefined && { judgment: told('judgment', JUDGMENT_FIELDS) }),
  };
}
