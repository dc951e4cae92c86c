import type { ApiUser } from '../../demo/apiUser.ts';
import { seededRandom } from '../../demo/random.ts';
import { makeSubmission } from '../../demo/submissions.ts';
import type { ApplicationSubmission } from '../../domain/application.ts';
import { dateOf } from '../../domain/instant.ts';
import type { Arrival } from './arrivals.ts';
import type { Office } from './office.ts';
import type { Person } from './person.ts';

/** Most dossiers are complete; the counter takes the others in without accepting them. */
const ACCEPTED_AT_ONCE = 0.95;

/** Where the dossiers of a province come in. */
export interface Entrance {
  unit: string;
  office: Office;
  system: Person;
}

interface Received {
  caseId: string;
}

/**
 * Hand a dossier in when its time has come, at the counter or through the connected system. Resolves
 * when the API has answered; a message that is to come twice is repeated later, beside.
 */
export async function arrive(arrival: Arrival, { unit, office, system }: Entrance): Promise<void> {
  const { pace, gate, logbook } = office.frame;
  const { at, seed, provinceCode, externalCode } = arrival;
  await pace.until(at);
  const random = seededRandom(`dossier ${seed}`);
  const submission = makeSubmission(random, {
    unit,
    provinceCode,
    onDate: dateOf(at),
    channel: arrival.channel,
    externalCode,
    accept: externalCode === null && random.chance(ACCEPTED_AT_ONCE),
  });
  await gate.run(async () => {
    logbook.began(at, pace.now());
    const sender = externalCode === null ? office.people.motcua : system;
    const { caseId } = await handIn(await sender.signedIn(), submission);
    logbook.handed.push({ caseId, provinceCode, externalCode });
    if (submission.delivery === 'COUNTER') office.handedOver.add(caseId);
    if (!office.steps.has(caseId))
      office.moved(caseId, submission.accept ? 'ACCEPTED' : 'SUBMITTED');
    const { againAt } = arrival;
    if (againAt !== null) repeatLater(submission, caseId, againAt, { unit, office, system });
  });
}

function handIn(user: ApiUser, submission: ApplicationSubmission): Promise<Received> {
  return user.send<Received>('POST', '/applications', submission);
}

/** The same message under another key: the sending system does not know that it arrived. */
function repeatLater(
  submission: ApplicationSubmission,
  caseId: string,
  againAt: number,
  { office, system }: Entrance,
): void {
  const { pace, gate, logbook } = office.frame;
  const repeat = async (): Promise<void> => {
    await pace.until(againAt);
    const again = await gate.run(async () => handIn(await system.signedIn(), submission));
    logbook.repeats += 1;
    if (again.caseId !== caseId) logbook.repeatsMistaken += 1;
  };
  repeat().catch((error: unknown) => {
    if (!pace.signal.aborted) logbook.failed(error);
  });
}
