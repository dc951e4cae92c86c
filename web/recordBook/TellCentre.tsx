import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { allows } from '../../domain/permission.ts';
import { RecordCreated } from '../../domain/record.ts';
import { send } from '../api.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useKeys } from '../pieces/useKeys.ts';
import { useSession } from '../session.tsx';
import { useSteadyKey } from '../steadyKey.ts';

interface TellCentreProps {
  /** The approved proposal. */
  id: string;
  /** Whether the key is this one's: of several the first one's. */
  keyed: boolean;
}

/** Opens the slip that carries an approved change to the Centre, by one key; it is sent from its own page. */
export function TellCentre({ id, keyed }: TellCentreProps) {
  const { t } = useTranslation(['recordBook', 'exchange']);
  const { account } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  const mayTell = allows(account, 'transfer.enter');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      send('POST', `/record-proposals/${id}/slip`, undefined, RecordCreated, {
        idempotencyKey: keyOf({ id }),
      }),
    onSuccess: ({ caseId: number }) => {
      void message.success(t('exchange:slip.created', { number }));
      void client.invalidateQueries({ queryKey: ['worklist'] });
      void navigate(`/trao-doi/${number}`);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['records'] }),
  });
  useKeys({
    b: () => {
      if (mayTell && keyed && !isPending) mutate();
    },
  });
  if (!mayTell) return null;
  return (
    <>
      <div className="record-book-acts">
        <Button loading={isPending} onClick={() => mutate()}>
          {t(keyed ? 'tell' : 'tellOther')}
        </Button>
      </div>
      <ProblemAlert error={error} />
    </>
  );
}
