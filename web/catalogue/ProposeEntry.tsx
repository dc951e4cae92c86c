import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CATALOGUE_CODES, type ListedOffence } from '../../domain/offence/offence.ts';
import type { ActDialogProps } from '../pieces/acts/ActBar.tsx';
import { StaleNotice } from '../pieces/acts/StaleNotice.tsx';
import { useAct } from '../pieces/acts/useAct.ts';
import { DateInput } from '../pieces/DateInput.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useLeave, useTyped } from '../shell/Unsaved.tsx';
import { useLabel } from '../words/index.ts';

const NOT_SAID = {
  chapterNo: null,
  chapterName: null,
  replacedBy: [],
  note: null,
  expungementRegime: null,
  verified: false,
} satisfies Partial<ListedOffence>;

type Values = Record<
  'code' | 'penalCode' | 'article' | 'name' | 'validFrom' | 'validTo' | 'source' | 'reason',
  string | undefined
>;

/** The entry that the next release shall have; it counts as verified only once a list of the ministry says so. */
export function ProposeEntry({ act, detail, onClose }: ActDialogProps) {
  const { t } = useTranslation('catalogue');
  const label = useLabel();
  const [form] = Form.useForm<Values>();
  const { subjectName } = detail.line;
  const { mutate, isPending, error, stale } = useAct(detail, onClose);
  const typed = useTyped(isPending);
  const leave = useLeave();
  const propose = ({ reason, validTo, source, ...said }: Values): void =>
    mutate({
      act,
      codes: { code: said.code },
      paper: {
        entry: { ...NOT_SAID, ...said, validTo: validTo || null, source: source?.trim() || null },
        reason,
      },
    });
  const needed = [{ required: true, whitespace: true, message: t('request.missing') }];
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
        initialValues={{ name: subjectName, penalCode: '2015+2017' }}
        onValuesChange={typed}
        onFinish={propose}
      >
        <Form.Item name="code" label={t('code')} rules={needed}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="name" label={t('name')} rules={needed}>
          <Input maxLength={400} />
        </Form.Item>
        <Form.Item name="penalCode" label={t('penalCode')} rules={needed}>
          <Select
            options={CATALOGUE_CODES.map((value) => ({ value, label: t(`penalCode.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="article" label={t('article')} rules={needed}>
          <Input maxLength={4} />
        </Form.Item>
        <Form.Item name="validFrom" label={t('validFrom')} rules={needed}>
          <DateInput />
        </Form.Item>
        <Form.Item name="validTo" label={t('validTo')}>
          <DateInput />
        </Form.Item>
        <Form.Item name="source" label={t('source')}>
          <Input maxLength={400} />
        </Form.Item>
        <Form.Item name="reason" label={t('request.reason')} rules={needed}>
          <Input.TextArea maxLength={2000} rows={3} />
        </Form.Item>
        <StaleNotice act={act} detail={detail} stale={stale} onAgain={form.submit} />
        <ProblemAlert error={error} />
      </Form>
    </Modal>
  );
}
