import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActDialogProps } from '../pieces/acts/ActBar.tsx';
import { StaleNotice } from '../pieces/acts/StaleNotice.tsx';
import { useAct } from '../pieces/acts/useAct.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useLeave, useTyped } from '../shell/Unsaved.tsx';
import { useLabel } from '../words/index.ts';
import { useCodeRequest, useOffences, useSuggestions } from './query.ts';

/** Names the entry of the catalogue that the words mean; the likeliest stand on top until somebody searches. */
export function ProposeMapping({ act, detail, onClose }: ActDialogProps) {
  const { t } = useTranslation('catalogue');
  const label = useLabel();
  const [form] = Form.useForm<{ code: string; reason: string }>();
  const { caseId } = detail.line;
  const { mutate, isPending, error, stale } = useAct(detail, onClose);
  const typed = useTyped(isPending);
  const leave = useLeave();
  const [q, setQ] = useState('');
  const options = useEntries(caseId, detail.line.subjectName ?? '', q);
  return (
    <Modal
      open
      title={label('act', act)}
      okText={label('act', act)}
      confirmLoading={isPending}
      maskClosable={false}
      onOk={() => form.submit()}
      onCancel={() => leave(onClose)}
    >
      <Form
        form={form}
        layout="vertical"
        onValuesChange={typed}
        onFinish={({ code, reason }) => mutate({ act, codes: { code }, paper: { reason } })}
      >
        <Form.Item
          name="code"
          label={t('request.choose')}
          rules={[{ required: true, message: t('request.missing') }]}
        >
          <Select
            showSearch={{ filterOption: false, onSearch: setQ }}
            placeholder={t('request.find')}
            options={options}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('request.reason')}
          rules={[{ required: true, whitespace: true, message: t('request.missing') }]}
        >
          <Input.TextArea maxLength={2000} rows={3} />
        </Form.Item>
        <StaleNotice act={act} detail={detail} stale={stale} onAgain={form.submit} />
        <ProblemAlert error={error} />
      </Form>
    </Modal>
  );
}

function useEntries(caseId: string, words: string, q: string) {
  const { t } = useTranslation('catalogue');
  const { data: shown } = useCodeRequest(caseId);
  const { data: suggested } = useSuggestions({
    offence: words,
    provision: shown?.request.provision ?? '',
    on: shown?.request.judgmentDate ?? '2015-01-01',
  });
  const { data: found } = useOffences({ q: q.trim() || words, limit: '20' });
  const likely =
    q.trim() === '' ? (suggested?.suggestions ?? []).map(({ offence }) => offence) : [];
  const entries = likely.length > 0 ? likely : (found?.offences ?? []);
  return entries.map(({ code, name, article, penalCode }) => ({
    value: code,
    label: `${name}, ${t('articleOf', { article, code: t(`penalCode.${penalCode}`) })} (${code})`,
  }));
}
