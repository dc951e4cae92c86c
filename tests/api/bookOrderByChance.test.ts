import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seededRandom } from '../../demo/random.ts';
import { actByChance, finish, newLife } from '../support/chanceOfBooks.ts';
import { type Office, openOffice } from '../support/office.ts';
import { type TwoBooks, twoBooks } from '../support/twoBooks.ts';

const ACTS = 18;
const SEEDS = ['ash', 'birch', 'cedar', 'elm', 'fir'];

let office: Office;
let books: TwoBooks;
beforeAll(async () => {
  office = await openOffice();
  books = await twoBooks(office);
});
afterAll(() => office.close());

/** What an act by chance may be refused with; anything else is a fault. */
const LEGAL =
  /^(done|RECORD_MERGED|EARLIER_SLIP_OPEN|LATER_SLIP_OPEN|EARLIER_CHANGE_UNTOLD|MERGE_NOT_APPLIED|JUDGMENT_NOT_AT_CENTRE|SLIP_KNOWN|ALREADY_NORMALISED|RECORD_CHANGED|INVALID_INPUT,(CHANGES_NOTHING|UNKNOWN_RECORD))/u;

test.each(SEEDS)(
  'whatever is legally done, both books are equal once all is told (%s)',
  async (seed) => {
    const random = seededRandom(seed);
    const from = 1_000 * (SEEDS.indexOf(seed) + 1);
    const numbers = await Promise.all([1, 2, 3].map((n) => books.official(from + n)));
    const life = newLife(numbers);
    for (let n = 0; n < ACTS; n += 1) await actByChance(books, life, random);
    await finish(books, life);
    const faults = life.trail.filter((line) => !LEGAL.test(line.split(': ')[1] ?? ''));
    const left = [...life.changes, ...life.slips];
    const { trail } = life;
    // With the trail, so that a failure tells what was done.
    expect({ trail, faults, left, differing: await books.differing() }).toEqual({
      trail,
      faults: [],
      left: [],
      differing: [],
    });
    for (const { recordNumber, number } of life.documents.values()) {
      const { file } = await books.province.must('GET', `/records/${recordNumber}`);
      expect(JSON.stringify(file)).toContain(number);
    }
  },
  60_000,
);
