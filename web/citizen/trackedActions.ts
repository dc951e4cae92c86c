import { useTranslation } from 'react-i18next';
import type { Tracking } from '../../domain/desk.ts';

/** What the applicant can do now, as sentences, the most useful first; never empty. */
export function useTrackedActions(tracking: Tracking): string[] {
  const { t } = useTranslation('citizen');
  const { caseId, ended, supplementWanted, stage, delivery, late, mayComplain } = tracking;
  if (ended !== null) return [t(`endedActions.${ended}`, { caseId })];
  const actions: string[] = [];
  if (supplementWanted !== null) actions.push(t('actions.supplement', { caseId }));
  if (mayComplain) actions.push(t('actions.complain'));
  if (late && stage !== 'DELIVERED') actions.push(t('actions.late', { caseId }));
  if (stage === 'ISSUED')
    actions.push(t(delivery === 'POST' ? 'actions.parcel' : 'actions.collect'));
  if (stage === 'DELIVERED') actions.push(t('actions.check'));
  return actions.length === 0 ? [t('actions.wait')] : actions;
}
