import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReleasePage } from '../../domain/offence/release.ts';
import { allows } from '../../domain/permission.ts';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useSession } from '../session.tsx';
import { type ReleaseStep, useReleaseStep } from './query.ts';

/** What may be done with a list that is not in force: each act is confirmed with what it will do. */
export function ReleaseActs({ page }: { page: ReleasePage }) {
  const { t } = useTranslation('catalogue');
  const { account } = useSession();
  const { modal, message } = App.useApp();
  const { release, changes, token, own } = page;
  const { mutateAsync, isPending, error } = useReleaseStep(release.id);
  const counts = {
    entries: release.entries,
    added: changes.ADDED,
    renamed: changes.RENAMED,
    amended: changes.AMENDED,
    merged: changes.MERGED,
    split: changes.SPLIT,
    withdrawn: changes.WITHDRAWN,
  };
  const ask = (word: 'keep' | 'discard' | 'release', step: ReleaseStep, body?: object): void => {
    void modal.confirm({
      title: t(`act.${word}Ask`, { count: release.faults }),
      content: t(`act.${word}Text`, counts),
      okText: t(`act.${word}`),
      cancelText: t('act.cancel'),
      okButtonProps: { danger: word === 'discard' },
      // What is refused is said on the page, below the buttons.
      onOk: () =>
        mutateAsync({ step, ...(body && { body }) }).then(
          () => void message.success(t('act.done')),
          () => undefined,
        ),
    });
  };
  const open = release.state === 'FAULTY' || release.state === 'DRAFT';
  if (!open) return null;
  const mayImport = allows(account, 'catalogue.import');
  const mayRelease = allows(account, 'catalogue.release') && release.state === 'DRAFT';
  return (
    <>
      <div className="catalogue-acts">
        {mayRelease && (
          <Button
            type="primary"
            disabled={own}
            loading={isPending}
            onClick={() => ask('release', 'publication', { token })}
          >
            {t('act.release')}
          </Button>
        )}
        {mayImport && release.state === 'FAULTY' && (
          <Button loading={isPending} onClick={() => ask('keep', 'good-rows')}>
            {t('act.keep')}
          </Button>
        )}
        {mayImport && (
          <Button danger loading={isPending} onClick={() => ask('discard', 'discard')}>
            {t('act.discard')}
          </Button>
        )}
        {mayRelease && own && <span className="muted">{t('act.own')}</span>}
      </div>
      <ProblemAlert error={error} />
    </>
  );
}
