import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseHoldings, type Contest, RULINGS } from '../../../domain/holding.ts';
import { send } from '../../api.ts';
import { formatInstant } from '../../pieces/format.ts';
import { useHeldName } from '../../pieces/held/useHeldName.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useConfirmKey } from '../../pieces/useConfirmKey.ts';
import { useUnitName } from '../../pieces/units.ts';
import { useSteadyKey } from '../../steadyKey.ts';
import { useLabel } from '../../words/index.ts';

interface HeldContestsProps {
  caseId: string;
  contests: readonly Contest[];
}

/** What holders contested about a case's time and what was ruled; who may, rules here. */
export function HeldContests({ caseId, contests }: HeldContestsProps) {
  const { t } = useTranslation('officer');
  const [ruling, setRuling] = useState<Ruling | null>(null);
  if (contests.length === 0) return null;
  return (
    <>
      <h4>{t('contest.title')}</h4>
      <ol className="held-contests">
        {contests.map((contest) => (
          <li key={contest.n} data-ruling={contest.ruling}>
            <ContestLines contest={contest} />
            {contest.mayRule &&
              RULINGS.map((word) => (
                <Button
                  key={word}
                  size="small"
                  style={{ marginInlineEnd: 8 }}
                  onClick={() => setRuling({ contest, word })}
                >
                  {t(`contest.rule.${word}`)}
                </Button>
              ))}
          </li>
        ))}
      </ol>
      {ruling !== null && (
        <RulingDialog caseId={caseId} ruling={ruling} onClose={() => setRuling(null)} />
      )}
    </>
  );
}

function ContestLines({ contest }: { contest: Contest }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const heldName = useHeldName();
  const unitName = useUnitName();
  const { from, to, toHolder, toUnit, raisedBy, raisedUnit, raisedAt, ruling } = contest;
  return (
    <>
      <div>
        <strong>
          {formatInstant(from)} – {formatInstant(to)} →{' '}
          {heldName({ holder: toHolder, unit: toUnit })}
        </strong>{' '}
        <Tag>{label('ruling', ruling ?? 'OPEN')}</Tag>
      </div>
      <div className="muted">
        {raisedBy}, {unitName(raisedUnit)} · {formatInstant(raisedAt)}
      </div>
      <p>{contest.reason}</p>
      {ruling !== null && contest.ruledAt !== null && (
        <>
          <div className="muted">
            {t('contest.ruledBy', { by: contest.ruledBy, at: formatInstant(contest.ruledAt) })}
          </div>
          <p>{contest.rulingReason}</p>
        </>
      )}
    </>
  );
}

interface Ruling {
  contest: Contest;
  word: (typeof RULINGS)[number];
}

interface RulingDialogProps {
  caseId: string;
  ruling: Ruling;
  onClose: () => void;
}

function RulingDialog({ caseId, ruling: { contest, word }, onClose }: RulingDialogProps) {
  const { t } = useTranslation('officer');
  const client = useQueryClient();
  const keyFor = useSteadyKey();
  const [form] = Form.useForm<{ reason: string }>();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (values: { reason: string }) => {
      const body = { ruling: word, ...values };
      const path = `/cases/${caseId}/holdings/contests/${contest.n}/ruling`;
      return send('POST', path, body, CaseHoldings, { idempotencyKey: keyFor(body) });
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['case', caseId] });
      void client.invalidateQueries({ queryKey: ['board'] });
      onClose();
    },
  });
  useConfirmKey(() => !isPending && form.submit());
  return (
    <Modal
      open
      title={t(`contest.rule.${word}`)}
      okText={t(`contest.rule.${word}`)}
      cancelText={t('cancel')}
      okButtonProps={{ loading: isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <ContestLines contest={contest} />
      <Form form={form} layout="vertical" disabled={isPending} onFinish={mutate}>
        <Form.Item
          name="reason"
          label={t('contest.rulingReason')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea autoFocus rows={4} maxLength={2000} />
        </Form.Item>
      </Form>
      <ProblemAlert error={error} />
    </Modal>
  );
}
