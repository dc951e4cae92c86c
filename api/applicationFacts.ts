import { type ApplicationSubmission, missingPapers, suggestRegime } from '../domain/application.ts';
import type {
  ApplicationFacts,
  CaseRoute,
  VerifiedBefore,
} from '../domain/flow/applicationState.ts';
import { dateOf, type DateText } from '../domain/instant.ts';
import { feeOf } from '../domain/law/ruleSet.ts';
import {
  type AskedUnit,
  holderOfFiles,
  UnitMissing,
  unitOfTime,
} from '../domain/routing/askedUnit.ts';
import { routesOf } from '../domain/routing/routes.ts';
import { type ApiDeps, nowMs } from './deps.ts';
import { Refused } from './refused.ts';
import { routingBook } from './routingBook.ts';

/** Facts of an application as codes, with the agencies its questions will go to and what was found out before. */
export async function factsOf(
  deps: ApiDeps,
  submission: ApplicationSubmission,
  provinceCode: string,
  verifiedBefore: VerifiedBefore | null,
): Promise<ApplicationFacts> {
  const { regime, grounds } = suggestRegime(submission);
  const { subject, postmarkedOn } = submission;
  const papersMissing = missingPapers(submission);
  const lived = subject.residenceHistory.flatMap((stay) => stay.provinceCode ?? []);
  const routing = await routingBook();
  const [units, { law }] = await Promise.all([
    deps.places.unitsAround([provinceCode, ...lived]),
    deps.laws.pin({ receivedAt: nowMs(deps), postmarkedOn }),
  ]);
  const ruleSet = await deps.laws.ruleSet(law.ruleSetId);
  const asked = whoIsAsked(() => {
    const onDate = dateOf(nowMs(deps));
    const local = (kind: AskedUnit['kind']): string => localUnit(kind, provinceCode, onDate, units);
    const courtUnit = local('COURT');
    return {
      policeUnit: local('POLICE'),
      courtUnit,
      postUnit: local('POST'),
      routes: routesOf(subject, onDate, routing, units).map(
        ({ kind, unit, why, court }): CaseRoute => {
          const beside = court === null || court === courtUnit ? {} : { court };
          return { kind, unit, why, ...beside };
        },
      ),
    };
  });
  return {
    certificateType: submission.certificateType,
    channel: submission.channel,
    delivery: submission.delivery,
    foreigner: subject.nationality !== 'VN',
    hasMilitaryService: subject.hasMilitaryService,
    suggestedRegime: regime,
    suggestedGrounds: grounds,
    ...asked,
    feeVnd: feeOf(ruleSet, submission.feeCategory, submission.copies),
    ...(verifiedBefore === null ? {} : { verifiedBefore }),
    ...(papersMissing.length === 0 ? {} : { papersMissing }),
  };
}

/** A unit of the department's own province, as it is on a day. */
function localUnit(
  kind: AskedUnit['kind'],
  provinceCode: string,
  onDate: DateText,
  units: readonly AskedUnit[],
): string {
  const unit = unitOfTime(kind, provinceCode, onDate, units);
  if (unit === null) throw new UnitMissing(kind, `province ${provinceCode}`);
  return holderOfFiles(unit, onDate, units).code;
}

/** Units found, or the refusal that says that none is known. */
function whoIsAsked<T>(find: () => T): T {
  try {
    return find();
  } catch (error) {
    if (error instanceof UnitMissing) throw new Refused('UNKNOWN_UNIT');
    throw error;
  }
}
