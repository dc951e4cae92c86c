import { useTranslation } from 'react-i18next';
import type { Tracking } from '../../domain/desk.ts';

/** What the applicant can do now, as sentences, the most useful first; never empty. */
export function useTrackedActions(tracking: Tracking): string[] {
  const { t } = useTranslation('citizen');
  const { caseId, holderName: holder, ended, supplementWanted, stage, delivery, late } = tracking;
  if (ended !== null) return [t(`endedActions.${ended}`, { holder })];
  const actions: string[] = [];
  if (supplementWanted !== null) actions.push(t('actions.supplement', { caseId }));
  if (late && stage !== 'DELIVERED') actions.push(t('actions.late', { holder, caseId }));
  if (stage === 'ISSUED')
    actions.push(t(delivery === 'POST' ? 'actions.parcel' : 'actions.collect'));
  if (stage === 'DELIVERED') actions.push(t('actions.check', { holder }));
  return actions.length === 0 ? [t('actions.wait')] : actions;
}
