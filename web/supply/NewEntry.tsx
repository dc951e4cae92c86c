import { App, Alert, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { isJudgment } from '../../domain/supply/kinds.ts';
import type { Scan } from '../../domain/scan.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { PaperRows } from '../records/PaperRows.tsx';
import { PERSON_FIELDS } from '../records/recordFields.ts';
import { RecordInput } from '../records/RecordInput.tsx';
import { usePointedProblems } from '../records/usePointedProblems.ts';
import '../records/records.css';
import { Group } from './Group.tsx';
import { PaperFields } from './PaperFields.tsx';
import { useReceive } from './query.ts';
import { ScanUpload } from './ScanUpload.tsx';
import { CONTENT_FIELDS, readSupply, type SupplyDraft } from './supplyDraft.ts';
import './supply.css';

/** `/so-tiep-nhan/moi`: a paper or message is typed into the book, checked with the domain's own schema. */
export default function NewEntry() {
  const { t } = useTranslation('supply');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<SupplyDraft>();
  const [scans, setScans] = useState<readonly Scan[]>([]);
  const { mutate, isPending, error } = useReceive();
  const { wrong, point, changed } = usePointedProblems(form, { pending: isPending, error });
  useEffect(() => {
    document.title = t('new.title');
  }, [t]);
  const save = (draft: SupplyDraft): void => {
    const read = readSupply(draft);
    point('problems' in read ? read.problems : []);
    if (!('supply' in read)) return;
    const channel = scans.length > 0 ? ('PAPER' as const) : (draft.channel ?? 'PAPER');
    const body = { supply: read.supply, channel, scans: scans.map(({ id }) => id) };
    mutate(body, {
      onSuccess: ({ line: { id, bookNumber, year } }) => {
        void message.success(t('new.done', { number: bookNumber, year }));
        void navigate(`/so-tiep-nhan/${id}`);
      },
    });
  };
  return (
    <div className="supply records">
      <p>
        <Link to="/so-tiep-nhan">← {t('title')}</Link>
      </p>
      <h1>{t('new.title')}</h1>
      <p>{t('new.lead')}</p>
      <Form<SupplyDraft>
        form={form}
        layout="vertical"
        initialValues={{
          supplier: { kind: 'FIRST_INSTANCE_COURT' },
          kind: 'JUDGMENT',
          channel: 'PAPER',
        }}
        disabled={isPending}
        onFinish={save}
        onValuesChange={changed}
        onKeyDown={({ ctrlKey, key }) => ctrlKey && key === 'Enter' && form.submit()}
      >
        {wrong > 0 && <Alert type="error" showIcon title={t('new.summary', { count: wrong })} />}
        <div className="records-columns">
          <Group title={t('paper')}>
            <PaperFields />
            <ScanUpload
              scans={scans}
              onAdd={(scan) => setScans((before) => [...before, scan])}
              onRemove={(id) => setScans((before) => before.filter((scan) => scan.id !== id))}
            />
          </Group>
          <Group title={t('person')}>
            {PERSON_FIELDS.map((field) => (
              <RecordInput key={field.name} area="person" field={field} />
            ))}
            <PaperRows />
          </Group>
          <Content />
        </div>
        <ProblemAlert error={error} form={form} />
        <div className="records-buttons">
          <Button type="primary" htmlType="submit" loading={isPending}>
            {t('new.save')}
          </Button>
          <Button onClick={() => void navigate('/so-tiep-nhan')}>{t('new.cancel')}</Button>
        </div>
      </Form>
    </div>
  );
}

/** What the paper says: a judgment by its fields, anything else in words. */
function Content() {
  const { t } = useTranslation('supply');
  const kind = Form.useWatch<SupplyDraft['kind']>('kind');
  return (
    <Group title={t(kind !== undefined && isJudgment(kind) ? 'judgment' : 'content')}>
      {kind !== undefined && isJudgment(kind) ? (
        CONTENT_FIELDS.map((field) => (
          <RecordInput key={field.name} area="judgment" field={field} />
        ))
      ) : (
        <Form.Item name="content" label={t('content')} required>
          <Input.TextArea rows={6} maxLength={2000} />
        </Form.Item>
      )}
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </Group>
  );
}
