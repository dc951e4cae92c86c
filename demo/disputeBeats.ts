import type * as z from 'zod';
import type { DayClass, Disputes, RulingToGive } from '../domain/dispute.ts';
import type { Beat, Scene } from './story.ts';

/** The officer holds that a day of the legal term is counted wrongly. */
export function contestDay(day: string, wanted: DayClass, reason: string): Beat {
  return {
    name: 'contestDay',
    hours: 6,
    play: async (scene) => {
      const said = { clock: 'total', day, wanted, reason };
      await (await scene.as(scene.officer)).send('POST', `/cases/${scene.caseId}/disputes`, said);
    },
  };
}

/** The applicant, at tracking, holds that the day promised is wrong. */
export function doubtDate(reason: string): Beat {
  return {
    name: 'doubtDate',
    hours: 6,
    play: (scene) => atTracking(scene, { kind: 'DATE', day: null, reason }),
  };
}

/** The applicant, at tracking, complains that the legal date has passed. */
export function complainOfLateness(reason: string): Beat {
  return {
    name: 'complainOfLateness',
    hours: 1,
    play: (scene) => atTracking(scene, { kind: 'LATE', day: null, reason }),
  };
}

/** The department's supervisor decides on what was raised about the case. */
export function ruleOn(ruling: RulingToGive): Beat {
  return {
    name: 'ruleOn',
    hours: 3,
    play: async ({ as, caseId }) => {
      const supervisor = await as('giamsat');
      const path = `/disputes?status=OPEN&q=${caseId}`;
      const { disputes } = await supervisor.get<z.infer<typeof Disputes>>(path);
      const [raised] = disputes;
      if (raised === undefined) throw new Error(`nothing was raised about ${caseId}`);
      await supervisor.send('POST', `/disputes/${raised.id}/ruling`, ruling);
    },
  };
}

/** Whoever has the tracking code speaks there; the API asks for no session, so anybody's serves. */
async function atTracking({ as, submission, trackingCode }: Scene, said: object): Promise<void> {
  const { subject } = submission ?? {};
  const proof = { code: trackingCode, birthDate: subject?.birthDate };
  await (await as('motcua')).send('POST', '/public/disputes', { ...proof, ...said });
}
