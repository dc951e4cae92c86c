import { setTimeout as pause } from 'node:timers/promises';
import { ApiRefusal, ApiUser } from '../demo/apiUser.ts';
import { seededRandom } from '../demo/random.ts';
import { makeRecord } from '../demo/records.ts';
import type { ActReply } from '../domain/acts.ts';
import { DEMO_PASSWORD } from '../domain/demonstration.ts';
import { drive, type Driven, type Timed } from './drive.ts';
import { type Figure, figure, latencies, median } from './figures.ts';
import { type Crew, wholeLife } from './wholeLife.ts';

/** The people through whose hands a transfer goes, signed in. */
interface Carriers {
  provinceCode: string;
  records: ApiUser;
  receiver: ApiUser;
  reviewer: ApiUser;
  approver: ApiUser;
}

async function signInCarriers(base: string, place: string, provinceCode: string) {
  const signIn = (name: string): Promise<ApiUser> => ApiUser.signIn(base, name, DEMO_PASSWORD);
  const names = [`hoso.${place}`, 'tiepnhan.tt', 'kiemtra.tt', 'duyet.tt'].map(signIn);
  const [records, receiver, reviewer, approver] = await Promise.all(names);
  return { provinceCode, records, receiver, reviewer, approver } as Carriers;
}

const WAY: readonly (readonly [Exclude<keyof Carriers, 'provinceCode'>, string])[] = [
  ['records', 'send'],
  ['receiver', 'receive'],
  ['receiver', 'checkRecord'],
  ['reviewer', 'review'],
  ['approver', 'updateOfficially'],
];
const LOOKS = 100;
const LOOK_EVERY_MS = 100;
const COURT = 'Tòa án nhân dân quận Ba Đình';

/** One record from its entry to its official update at the Centre, every act by the account of its role. */
async function transferLife(carriers: Carriers, seed: string, timed: Timed): Promise<void> {
  const { records, provinceCode } = carriers;
  const place = { provinceCode, court: COURT, onDate: '2023-09-18' };
  const record = makeRecord(seededRandom(seed), place);
  const { caseId } = await timed('start', () =>
    records.send<{ caseId: string }>('POST', '/transfers', { record }),
  );
  let rev = 1;
  for (const [who, act] of WAY) {
    const work = (): Promise<ActReply> => carriers[who].actAt(caseId, rev, act);
    ({ rev } = await timed('act', () => onceOpen(work)));
  }
}

/** On a machine under load the answer to an entry may come before the case is open; the screens wait as well. */
async function onceOpen<T>(work: () => Promise<T>): Promise<T> {
  for (let look = 1; ; look += 1) {
    try {
      return await work();
    } catch (error) {
      const early = error instanceof ApiRefusal && error.code === 'CASE_NOT_FOUND';
      if (!early || look === LOOKS) throw error;
      await pause(LOOK_EVERY_MS);
    }
  }
}

export interface TransferPlan {
  base: string;
  place: string;
  rounds: number;
  seconds: number;
  clients: number;
}

let lives = 0;

/**
 * Transfers of records against applications, both whole lives over HTTP, in turns so that both meet the same
 * moods of the machine; the ratio is of workflows per second.
 */
export async function transferFigures(
  crew: Crew,
  { base, place, rounds, seconds, clients }: TransferPlan,
): Promise<Figure[]> {
  const carriers = await signInCarriers(base, place, crew.provinceCode);
  const transfers: Driven[] = [];
  const applications: Driven[] = [];
  for (let round = 0; round < rounds; round += 1) {
    transfers.push(
      await drive(clients, seconds, (timed) => transferLife(carriers, nextSeed(), timed)),
    );
    applications.push(
      await drive(clients, seconds, async (timed) => {
        await wholeLife(crew, { channel: 'COUNTER', seed: nextSeed() }, timed);
      }),
    );
  }
  const rate = ({ cases, seconds: took }: Driven): number => cases / took;
  const ratios = transfers.map((one, at) => rate(one) / rate(applications[at] ?? one));
  return [
    figure('transfers_per_s', median(transfers.map(rate)), '1/s'),
    figure('applications_beside_transfers_per_s', median(applications.map(rate)), '1/s'),
    figure('transfer_to_application_ratio', median(ratios), ''),
    ...latencies(
      'transfer_act',
      transfers.flatMap(({ actMs }) => actMs),
    ),
  ];
}

function nextSeed(): string {
  lives += 1;
  return `transfer or application ${lives}`;
}
