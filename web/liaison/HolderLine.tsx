import { UserOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeskRequest } from '../../domain/desk.ts';
import { formatInstant } from '../pieces/format.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useKeys } from '../pieces/useKeys.ts';
import { useSession } from '../session.tsx';
import { useRequestClaim } from './claims.ts';

interface HolderLineProps {
  request: DeskRequest;
  keysOn: boolean;
}

/** Who of the unit has the request, and the way to take it, give it back or take it over knowingly. */
export function HolderLine({ request: { verification, holder }, keysOn }: HolderLineProps) {
  const { t } = useTranslation('liaison');
  const { modal } = App.useApp();
  const { account } = useSession();
  const { take, giveBack } = useRequestClaim(verification.requestId);
  const isMine = holder?.id === account.id;
  const takeOver = (): void => {
    modal.confirm({
      title: t('holder.overTitle', { name: holder?.displayName }),
      content: t('holder.overText'),
      okText: t('holder.over'),
      cancelText: t('answer.cancel'),
      onOk: () => take.mutate(holder?.id ?? null),
    });
  };
  const change = (): void => {
    if (take.isPending || giveBack.isPending) return;
    if (holder === null) take.mutate(null);
    else if (isMine) giveBack.mutate();
    else takeOver();
  };
  useKeys(keysOn ? { c: change } : {});
  const word = holder === null ? 'holder.take' : isMine ? 'holder.giveBack' : 'holder.over';
  return (
    <div className="desk-holder">
      <span>
        <UserOutlined aria-hidden /> <HolderText holder={holder} isMine={isMine} />
      </span>
      <Button size="small" loading={take.isPending || giveBack.isPending} onClick={change}>
        {t(word)} <kbd aria-hidden>c</kbd>
      </Button>
      <ProblemAlert error={take.error ?? giveBack.error} />
    </div>
  );
}

function HolderText({ holder, isMine }: { holder: DeskRequest['holder']; isMine: boolean }) {
  const { t } = useTranslation('liaison');
  if (holder === null) return <>{t('holder.nobody')}</>;
  const since = formatInstant(holder.since);
  return (
    <>
      {isMine
        ? t('holder.mine', { since })
        : t('holder.other', { name: holder.displayName, since })}
      {holder.coversFor !== null && `, ${t('holder.covers', { name: holder.coversFor })}`}
    </>
  );
}
