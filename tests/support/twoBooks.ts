import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import * as z from 'zod';
import { trialChecks } from '../../bench/trial/checks.ts';
import { sql } from '../../db/sql.ts';
import { trialOffice, trialRecord } from './exchange.ts';
import { openOffice, type Office } from './office.ts';
import type { Answer, Person } from './person.ts';
import { HANOI } from './scenes.ts';

/** A department's book of records and the Centre's, and the people who bring changes into both. */
export async function twoBooks(office: Office) {
  const desks = await trialOffice(office);
  const { province, receiver } = desks;
  const head = await office.as(HANOI.head);

  /** A transfer's whole way to the official update, sent by the department's officer. */
  async function takeOver(caseId: string, sender: Person = province): Promise<void> {
    await sender.act(caseId, 'send');
    await receiver.act(caseId, 'receive');
    await desks.takeOver(caseId);
  }

  /** Bring a slip to its last step before the official update. */
  async function reviewed(caseId: string): Promise<void> {
    await province.act(caseId, 'send');
    await receiver.act(caseId, 'receive');
    await receiver.act(caseId, 'checkRecord');
    await desks.reviewer.act(caseId, 'review');
  }

  /** Propose a change and approve it; gives the proposal with what was answered last, and how it was approved. */
  async function change(number: string, kind: string, details: object) {
    const { line } = await province.must('GET', `/records/${number}`);
    const body = { kind, details, reason: 'Theo hồ sơ gốc', version: line.version };
    const id = randomUUID();
    const proposed = await province.ask('POST', `/records/${number}/proposals`, body, { key: id });
    if (proposed.status >= 300) return { id, answer: proposed, approval: null };
    const approval = await approvalOf(number, id);
    return { id, answer: await decide(id, approval), approval };
  }

  /** Approve a proposal as it would be carried out now. */
  async function approve(number: string, id: string): Promise<Answer> {
    return decide(id, await approvalOf(number, id));
  }

  async function approvalOf(number: string, id: string) {
    const { proposals } = await head.must('GET', `/records/${number}`);
    const { token } = proposals.find((one: { id: string }) => one.id === id);
    return { approve: true, token };
  }

  const decide = (id: string, decision: object): Promise<Answer> =>
    head.ask('POST', `/record-proposals/${id}/decision`, decision);

  /** Numbers of records that both books do not have alike, by digest. */
  const differing = (): Promise<readonly string[]> =>
    office.db.anyFirst(
      sql.type(z.object({ wrong: z.string() }))`${trialChecks.both_databases_equal}`,
    );

  return {
    ...desks,
    head,
    takeOver,
    reviewed,
    change,
    approve,
    /** A record that the Centre has; gives its number. */
    async official(n: number): Promise<string> {
      const record = trialRecord(n);
      const { caseId, recordNumber } = await province.must('POST', '/transfers', { record });
      await takeOver(caseId);
      return recordNumber;
    },
    /** Have a change approved; gives its proposal. Throws when it is refused. */
    async approved(number: string, kind: string, details: object): Promise<string> {
      const { id, answer } = await change(number, kind, details);
      if (answer.status !== 200) throw new Error(`${kind} of ${number}: ${answer.text}`);
      return id;
    },
    /** The person of a record, born elsewhere: the details of its correction. */
    async bornIn(number: string, birthPlace: string) {
      const { file } = await province.must('GET', `/records/${number}`);
      const { diedOn: _diedOn, ...person } = file.person;
      return { person: { ...person, birthPlace } };
    },
    /** Type a slip; gives its case. */
    async typed(recordNumber: string, slip: object): Promise<string> {
      return (await province.must('POST', '/slips', { recordNumber, slip })).caseId;
    },
    /** Open the slip that tells of an approved change; gives its case. */
    async tell(proposal: string): Promise<string> {
      return (await province.must('POST', `/record-proposals/${proposal}/slip`)).caseId;
    },
    apply: (notice: string) => receiver.must('POST', `/record-notices/${notice}/application`),
    /** What both books say of a record, and how many versions each has. */
    async bothBooks(number: string) {
      const own = await province.must('GET', `/records/${number}`);
      const copy = await receiver.must('GET', `/records/${number}`);
      return { own, copy, versions: [own.line.version, copy.line.version], state: own.copy.state };
    },
    differing,
    /** Throws with the numbers of records that differ. */
    async mustBeEqual(): Promise<void> {
      const numbers = await differing();
      if (numbers.length > 0) throw new Error(`both books differ in ${numbers.join(', ')}`);
    },
  };
}

export type TwoBooks = Awaited<ReturnType<typeof twoBooks>>;

interface BookDesk {
  office: Office;
  books: TwoBooks;
  /** The number of somebody who was not there before. */
  next: () => number;
  /** Numbers of so many new records that the Centre has. */
  officials: (count: number) => Promise<string[]>;
}

/** An office with two books for the tests of a file, there from the first test on; each leaves them equal. */
export function openTwoBooks(): BookDesk {
  let made = 0;
  const next = (): number => (made += 1);
  const desk = {
    next,
    officials: (count) =>
      Promise.all(Array.from({ length: count }, () => desk.books.official(next()))),
  } as BookDesk;
  beforeAll(async () => {
    desk.office = await openOffice();
    desk.books = await twoBooks(desk.office);
  });
  afterEach(() => desk.books.mustBeEqual());
  afterAll(() => desk.office.close());
  return desk;
}
