import { fullYearsOn, latestBirth } from './age.ts';
import type { ApplicationSubmission } from './application.ts';
import type { DateText } from './instant.ts';
import type { RuleSet } from './law/ruleSet.ts';

type Asked = Pick<ApplicationSubmission, 'certificateType' | 'agent'> & {
  subject: Pick<ApplicationSubmission['subject'], 'birthDate'>;
};

/**
 * Whether the agent of an application, if it has one, may ask for its certificate: No. 2 is for the
 * person alone, but for a parent of a child under the age of `parentAsksNo2`. Of a birth date known in
 * part, a child that may still be under age is.
 */
export function agentMayAsk(
  { certificateType, agent, subject }: Asked,
  { parentAsksNo2 }: Pick<RuleSet, 'parentAsksNo2'>,
  askedOn: DateText,
): boolean {
  if (certificateType !== 'NO_2' || agent === null) return true;
  if (agent.relation !== 'PARENT') return false;
  const underYears = parentAsksNo2?.underYears ?? null;
  return underYears === null || fullYearsOn(latestBirth(subject.birthDate), askedOn) < underYears;
}
