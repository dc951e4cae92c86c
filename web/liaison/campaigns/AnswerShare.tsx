import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShareItem } from '../../../domain/quality/campaign.ts';
import { SCAN_FILES } from '../../../domain/uploads.ts';
import { DateInput } from '../../pieces/DateInput.tsx';
import { Allowed } from '../../pieces/upload/Allowed.tsx';
import { endingsOf } from '../../pieces/upload/fileUnfit.ts';
import { UploadProblem } from '../../pieces/upload/UploadProblem.tsx';
import { useSession } from '../../session.tsx';
import { useAnswer } from './query.ts';

interface AnswerShareProps {
  id: string;
  item: ShareItem;
  onClose: () => void;
}

/** The document the unit has, with a copy where there is one; or that it has none. */
export function AnswerShare({ id, item, onClose }: AnswerShareProps) {
  const { t } = useTranslation(['campaigns', 'quality']);
  const { message } = App.useApp();
  const { account } = useSession();
  const [file, setFile] = useState<File | null>(null);
  const { mutate, isPending, error, reset } = useAnswer(id, item.finding, () => {
    void message.success(t('answered'));
    onClose();
  });
  const { answer } = item;
  return (
    <Modal open title={item.personName} footer={null} maskClosable={false} onCancel={onClose}>
      <p>{t(`quality:rule.${item.rule}`)}</p>
      <Form
        name="share"
        layout="vertical"
        disabled={isPending}
        initialValues={answer ?? { issuer: account.unitName }}
        onFinish={({ number = '', date = '', issuer = '', content = '' }) =>
          mutate({ has: true, number, date, issuer, content, file, scan: answer?.scan ?? null })
        }
      >
        <Form.Item name="number" label={t('document.number')} required>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="date" label={t('document.date')} required>
          <DateInput />
        </Form.Item>
        <Form.Item name="issuer" label={t('document.issuer')} required>
          <Input maxLength={150} />
        </Form.Item>
        <Form.Item name="content" label={t('document.content')} required>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
        <Form.Item
          label={t('document.copy')}
          htmlFor="share-copy"
          extra={<Allowed rule={SCAN_FILES} />}
        >
          <input
            id="share-copy"
            type="file"
            accept={endingsOf(SCAN_FILES)}
            onChange={({ target }) => {
              setFile(target.files?.[0] ?? null);
              reset();
            }}
          />
        </Form.Item>
        <UploadProblem error={error} />
        <div className="quality-acts">
          <Button type="primary" htmlType="submit" loading={isPending}>
            {t('sendDocument')}
          </Button>
          <Button onClick={() => mutate({ has: false, file: null })}>{t('sendNothing')}</Button>
        </div>
      </Form>
    </Modal>
  );
}
