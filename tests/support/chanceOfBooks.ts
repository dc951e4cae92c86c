import type { Random } from '../../demo/random.ts';
import type { RecordFile } from '../../domain/record/file.ts';
import { trialRecord, trialSlip } from './exchange.ts';
import type { Answer } from './person.ts';
import type { TwoBooks } from './twoBooks.ts';

/** Acts of a transfer by the step they are done at, and who does them. */
const WAY = {
  ENTERED: ['send', 'province'],
  SENT: ['receive', 'receiver'],
  RECEIVED: ['checkRecord', 'receiver'],
  CHECKED: ['review', 'reviewer'],
  REVIEWED: ['updateOfficially', 'approver'],
} as const;

/** Some records of one person, and what was done to them by chance so far. */
export interface ChanceLife {
  numbers: readonly string[];
  /** Approved changes, slips and notices, as far as they are not finished. */
  changes: Set<string>;
  slips: Set<string>;
  notices: Set<string>;
  /** Changes that a slip tells of, by its case. */
  tells: Map<string, string>;
  /** Numbers of documents that typed slips bring into the books, by the slip's case. */
  documents: Map<string, { recordNumber: string; number: string }>;
  /** What was done, with the refusal it met. */
  trail: string[];
}

export function newLife(numbers: readonly string[]): ChanceLife {
  const [changes, slips, notices] = [new Set<string>(), new Set<string>(), new Set<string>()];
  return { numbers, changes, slips, notices, tells: new Map(), documents: new Map(), trail: [] };
}

let typed = 50_000;

type Act = (books: TwoBooks, life: ChanceLife, random: Random) => Promise<void>;

/** One act by chance, each as often as its weight says; a refusal is kept in the trail. */
export const actByChance: Act = (books, life, random) => {
  const often: readonly Act[] = [amend, merge, type];
  const acts: readonly Act[] = [tell, update, bring, normalise, apply, giveUp];
  return random.pick([...often, ...often, ...acts])(books, life, random);
};

function note({ trail }: ChanceLife, what: string, { status, body }: Answer): boolean {
  const done = status < 300;
  const why = done
    ? 'done'
    : [body.code, ...(body.fields ?? []).map((one: { code: string }) => one.code)];
  trail.push(`${what}: ${String(why)}`);
  return done;
}

async function fileOf({ province }: TwoBooks, number: string): Promise<RecordFile> {
  return (await province.must('GET', `/records/${number}?old=true`)).file;
}

/** A slip that is typed: a document of some judgment, or one of three further judgments. */
async function type(books: TwoBooks, life: ChanceLife, random: Random): Promise<void> {
  typed += 1;
  const recordNumber = random.pick(life.numbers);
  const { judgments } = await fileOf(books, recordNumber);
  const { document } = trialSlip(typed);
  const { judgment } = trialRecord(60_000 + random.int(1, 3));
  const ofDocument = random.chance(0.7);
  const slip = ofDocument
    ? { judgment: null, document: { ...document, ref: random.pick(judgments).ref } }
    : { judgment, document: null };
  const answer = await books.province.ask('POST', '/slips', { recordNumber, slip });
  if (!note(life, `type to ${recordNumber}`, answer)) return;
  const { caseId } = answer.body;
  life.slips.add(caseId);
  if (ofDocument) life.documents.set(caseId, { recordNumber, number: `${typed}/GCN` });
}

async function amend(books: TwoBooks, life: ChanceLife, random: Random): Promise<void> {
  const number = random.pick(life.numbers);
  const file = await fileOf(books, number);
  const { diedOn: _diedOn, ...person } = file.person;
  const at = random.pick(file.judgments);
  const {
    ref,
    executions: _e,
    abolished: _a,
    offenceCode: _o,
    catalogueVersion: _c,
    ...judgment
  } = at;
  typed += 1;
  const entry = {
    kind: 'REDUCTION',
    number: `${typed}/QĐ`,
    date: '2016-01-05',
    issuer: 'TAND',
    content: 'x',
  };
  const [kind, details] = random.pick<[string, object]>([
    ['PERSON_CORRECTED', { person: { ...person, birthPlace: `Thôn ${random.int(1, 9)}` } }],
    ['JUDGMENT_CORRECTED', { ref, judgment: { ...judgment, courtFees: `${typed} đồng` } }],
    ['JUDGMENT_CORRECTED', { ref, judgment: { ...judgment, offence: `Tội ${typed}` } }],
    ['FURTHER_JUDGMENT', { judgment: trialRecord(60_000 + random.int(1, 3)).judgment }],
    ['EXECUTION', { ref, entry }],
    ...at.executions.map((wrong): [string, object] => [
      'EXECUTION_CORRECTED',
      { ref, wrong, entry: { ...wrong, content: `Đã sửa ${typed}` } },
    ]),
  ]);
  const { id, answer } = await books.change(number, kind, details);
  if (note(life, `${kind} of ${number}`, answer)) life.changes.add(id);
}

async function tell(books: TwoBooks, life: ChanceLife, random: Random): Promise<void> {
  if (life.changes.size > 0) await tellOne(books, life, random.pick([...life.changes]));
}

async function tellOne({ province }: TwoBooks, life: ChanceLife, change: string): Promise<void> {
  const answer = await province.ask('POST', `/record-proposals/${change}/slip`);
  if (!note(life, `tell ${change}`, answer)) return;
  life.changes.delete(change);
  life.slips.add(answer.body.caseId);
  life.tells.set(answer.body.caseId, change);
}

async function update(books: TwoBooks, life: ChanceLife, random: Random): Promise<void> {
  if (life.slips.size > 0) await updateOne(books, life, random.pick([...life.slips]));
}

/** A slip as far as it comes now. */
async function updateOne(books: TwoBooks, life: ChanceLife, caseId: string): Promise<void> {
  for (;;) {
    const { line } = await books.province.case(caseId);
    const [act, who] = WAY[line.step as keyof typeof WAY];
    const answer = await books[who].tryAct(caseId, line.rev, act);
    if (!note(life, `${act} ${caseId}`, answer)) return;
    if (act === 'updateOfficially') break;
  }
  life.slips.delete(caseId);
}

async function giveUp(books: TwoBooks, life: ChanceLife, random: Random): Promise<void> {
  if (life.slips.size === 0) return;
  const caseId = random.pick([...life.slips]);
  const { line } = await books.province.case(caseId);
  if (line.step !== 'ENTERED') return;
  const paper = { reason: 'Lập lại' };
  const answer = await books.province.tryAct(caseId, line.rev, 'abandon', { paper });
  if (!note(life, `give up ${caseId}`, answer)) return;
  life.slips.delete(caseId);
  life.documents.delete(caseId);
  const change = life.tells.get(caseId);
  if (change !== undefined) life.changes.add(change);
}

async function merge(books: TwoBooks, life: ChanceLife, random: Random): Promise<void> {
  const into = random.pick(life.numbers);
  const from = random.pick(life.numbers.filter((number) => number !== into));
  const { id, answer } = await books.change(into, 'MERGE', { from });
  if (note(life, `${from} into ${into}`, answer)) life.notices.add(id);
}

async function apply(books: TwoBooks, life: ChanceLife, random: Random): Promise<void> {
  if (life.notices.size > 0) await applyOne(books, life, random.pick([...life.notices]));
}

async function applyOne({ receiver }: TwoBooks, life: ChanceLife, notice: string): Promise<void> {
  const answer = await receiver.ask('POST', `/record-notices/${notice}/application`);
  note(life, `apply ${notice}`, answer);
  if (answer.body.notice?.applied === answer.body.notice?.items) life.notices.delete(notice);
}

async function normalise(books: TwoBooks, life: ChanceLife, random: Random): Promise<void> {
  const number = random.pick(life.numbers);
  const { ref } = random.pick((await fileOf(books, number)).judgments);
  const path = `/records/${number}/judgments/${ref}/offence`;
  const answer = await books.province.ask('POST', path, { code: 'BLHS1999-138' });
  if (note(life, `normalise ${ref} of ${number}`, answer)) life.notices.add(answer.body.id);
}

/** Everything that can be told and taken over now; merges and codes stay untold at the Centre. */
async function bring(books: TwoBooks, life: ChanceLife): Promise<void> {
  for (const change of life.changes) await tellOne(books, life, change);
  for (const caseId of life.slips) await updateOne(books, life, caseId);
}

/** Tell, take over and apply what is left, in turns, until everything is finished or nothing moves. */
export async function finish(books: TwoBooks, life: ChanceLife): Promise<void> {
  const left = (): string => [...life.changes, ...life.slips, ...life.notices].join(' ');
  for (let before = ''; before !== left();) {
    before = left();
    await bring(books, life);
    // The latest first: earlier ones are applied with it.
    for (const notice of [...life.notices].toReversed()) await applyOne(books, life, notice);
  }
}
