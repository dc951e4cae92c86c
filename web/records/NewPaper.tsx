import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { CaseId } from '../../domain/caseId.ts';
import { type PaperArrival, PaperRegistered } from '../../domain/exchange/arrival.ts';
import { RecordNumber } from '../../domain/record.ts';
import { send } from '../api.ts';
import { useSteadyKey } from '../steadyKey.ts';
import { SLIP_KINDS } from './exchangeFields.ts';
import { RecordForm } from './RecordForm.tsx';
import { SlipForm } from './SlipForm.tsx';
import './records.css';

type Kind = PaperArrival['kind'];

/** `/trao-doi/ban-giay/moi`: the Centre types a paper that came by post, blind to the electronic copy. */
export default function NewPaper() {
  const { t } = useTranslation('exchange');
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>('RECORD');
  const head = useHead(kind);
  const { mutate, isPending, error } = useRegister();
  const back = (): void => void navigate('/trao-doi/ban-giay');
  const rest = { saveWord: t('papers.new'), pending: isPending, error, onCancel: back };
  useEffect(() => {
    document.title = t('papers.new');
  }, [t]);
  return (
    <div className="records">
      <p>
        <Link to="/trao-doi/ban-giay">← {t('papers.title')}</Link>
      </p>
      <h1>{t('papers.new')}</h1>
      <p>{t('papers.newLead')}</p>
      <Radio.Group
        aria-label={t('papers.kind')}
        value={kind}
        onChange={({ target }) => setKind(target.value as Kind)}
        options={(['RECORD', 'SLIP'] as const).map((value) => ({
          value,
          label: t(`papers.kind.${value}`),
        }))}
      />
      {head.fields}
      {kind === 'RECORD' ? (
        <RecordForm
          {...rest}
          onSave={(record) => head.read((values) => mutate({ kind, ...values.common, record }))}
        />
      ) : (
        <SlipForm
          {...rest}
          kinds={SLIP_KINDS}
          onSave={(slip) =>
            head.read(({ common, transferNumber }) =>
              mutate({ kind, ...common, transferNumber, slip }),
            )
          }
        />
      )}
    </div>
  );
}

interface Head {
  common: Pick<PaperArrival, 'recordNumber' | 'postalNumber'>;
  transferNumber: string;
}

/** Numbers on the cover of the paper; `read` gives them once they look right. */
function useHead(kind: Kind) {
  const { t } = useTranslation('exchange');
  const [form] = Form.useForm<Record<string, string | undefined>>();
  const matches = (
    pattern: { safeParse: (text: unknown) => { success: boolean } },
    word: string,
  ) => ({
    validator: (_: unknown, text: string | undefined) =>
      pattern.safeParse((text ?? '').trim()).success
        ? Promise.resolve()
        : Promise.reject(new Error(t(word))),
  });
  const read = (use: (head: Head) => void): void => {
    void form.validateFields().then(
      ({ recordNumber = '', postalNumber = '', transferNumber = '' }) =>
        use({
          common: { recordNumber: recordNumber.trim(), postalNumber: postalNumber.trim() || null },
          transferNumber: transferNumber.trim(),
        }),
      () => form.scrollToField('recordNumber', { block: 'center', focus: true }),
    );
  };
  const fields = (
    <Form form={form} layout="vertical" className="records-columns">
      <Form.Item
        name="recordNumber"
        label={t('papers.number')}
        required
        rules={[matches(RecordNumber, 'papers.numberWrong')]}
      >
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      {kind === 'SLIP' && (
        <Form.Item
          name="transferNumber"
          label={t('papers.transferNumber')}
          required
          rules={[matches(CaseId, 'papers.transferWrong')]}
        >
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="postalNumber" label={t('papers.postal')}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
    </Form>
  );
  return { fields, read };
}

function useRegister() {
  const { t } = useTranslation('exchange');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  return useMutation({
    mutationFn: (paper: PaperArrival) =>
      send('POST', '/exchange/papers', paper, PaperRegistered, { idempotencyKey: keyOf(paper) }),
    onSuccess({ caseId }) {
      const said = caseId === null ? 'papers.doneWaiting' : 'papers.doneMatched';
      void message.success(t(said, { caseId }));
      void client.invalidateQueries({ queryKey: ['papers'] });
      void navigate(caseId === null ? '/trao-doi/ban-giay' : `/trao-doi/${caseId}`);
    },
  });
}
