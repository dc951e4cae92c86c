import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Download, Page } from 'playwright-core';
import { ANSWER_COLUMNS, QUESTION_COLUMNS } from '../../domain/answerSheet.ts';
import { linesOfSheet, savedSheet, type SheetLine } from '../support/packets.ts';
import { HANOI, JUDGMENT } from '../support/scenes.ts';
import { until } from '../support/until.ts';
import { accepted, asked, detailOf } from './arranged.ts';
import { press, tabTo } from './keyboard.ts';
import { sees } from './sights.ts';
import type { Stage } from './stage.ts';

const BATCH = 200;
/** Cases that are arranged at the same time. */
const AT_ONCE = 8;
const ONE_BY_ONE = 5;

/** The desk of the police without a mouse: one request after the other, and two hundred in one packet. */
export function liaisonDesk(stage: () => Stage): void {
  describe('the liaison desk', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'lltp-packet-'));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    test('requests are answered one after the other, three strokes each', async () => {
      for (let made = 0; made < ONE_BY_ONE; made += 1) await asked(stage());
      const page = await stage().openAs(HANOI.policeLiaison, '/lien-thong');
      const answered: string[] = [];
      for (let done = 0; done < ONE_BY_ONE; done += 1) {
        const caseId = await currentCase(page, answered);
        await press(page, 'c', '1', 'Enter');
        answered.push(caseId);
      }
      for (const caseId of answered) {
        // The desk goes on to the next request while the last answer is on its way.
        await until(async () => (await detailOf(stage(), caseId)).line.step === 'EVALUATING');
      }
    }, 60_000);

    test('a request that a colleague has is taken over knowingly before it is answered', async () => {
      const { caseId } = await asked(stage());
      const requestId = `${caseId}/POLICE-1`;
      const colleague = await stage().as(HANOI.otherPoliceLiaison);
      await colleague.send('PUT', '/verifications/claims', { requestId, over: null });
      const page = await stage().openAs(HANOI.policeLiaison, `/lien-thong?q=${caseId}`);
      await sees(page, 'Đồng nghiệp đang giữ yêu cầu này. Nhận thay rồi mới trả lời được.');
      await press(page, 'c');
      await page.getByRole('dialog').waitFor();
      await press(page, 'Enter');
      await sees(page, /Bạn giữ từ/);
      await press(page, '1', 'Enter');
      await sees(page, /Đã gửi: Không có thông tin/);
    });

    test('a step to another page is kept when the list comes while the code of that page is on its way', async () => {
      await asked(stage());
      const page = await stage().openAs(HANOI.policeLiaison, '/xac-thuc');
      await listAfterStep(page);
      await page.goto('/lien-thong');
      await page.getByRole('link', { name: 'Gói yêu cầu', exact: true }).click();
      await sees(page, 'Lập gói và tải về');
    });

    test('a step to another page is kept when the reply to an answer comes meanwhile', async () => {
      const { caseId } = await asked(stage());
      const requestId = encodeURIComponent(`${caseId}/POLICE-1`);
      const page = await stage().openAs(HANOI.policeLiaison, `/lien-thong?request=${requestId}`);
      await page.getByRole('heading', { level: 2, name: caseId }).waitFor();
      await replyAfterStep(page);
      await press(page, 'c', '1', 'Enter');
      await page.getByRole('link', { name: 'Gói yêu cầu', exact: true }).click();
      await sees(page, 'Lập gói và tải về');
    });

    test('two hundred requests go out in a packet, are answered elsewhere and come back', async () => {
      const requestIds = await askMany(stage(), BATCH);
      const page = await stage().openAs(HANOI.policeLiaison, '/lien-thong');
      await tabTo(page, page.getByRole('link', { name: 'Gói yêu cầu', exact: true }));
      await press(page, 'Enter');
      const files = await download(page, folder);
      const lines = linesOfSheet(await readFile(files.sheet, 'utf8'));
      const mine = lines.filter((line) =>
        requestIds.includes(line[QUESTION_COLUMNS.requestId] ?? ''),
      );
      expect(mine).toHaveLength(BATCH);
      await writeFile(files.sheet, savedSheet(answeredElsewhere(mine)));

      await upload(page, files);
      await page.getByRole('heading', { name: 'Lượt nộp gói yêu cầu' }).waitFor();
      await sees(page, `Phần câu hỏi khác với gói đã ký.`);
      await sees(page, '1 thông tin án tích chưa được xác nhận lần hai sẽ không được gửi.');
      const person = page.getByRole('checkbox', { name: /^Đúng là/ });
      await tabTo(page, person);
      await press(page, 'Space');
      await page.getByRole('button', { name: `Gửi ${BATCH - 1} câu trả lời` }).waitFor();
      await press(page, 'Control+Enter');
      await page.getByRole('progressbar', { name: 'Tiến độ nhập' }).waitFor();
      await page.getByText('Đã nhập xong').waitFor({ timeout: 120_000 });
      expect(await countOf(page, 'Đã vào hồ sơ')).toBe(BATCH - 1);
      expect(await countOf(page, 'Không nhận')).toBe(1);

      // The same files again are the same upload, with its results and no second effect.
      await page.goto('/lien-thong/goi');
      await upload(page, files);
      await sees(page, 'Đã nhập xong');
      expect(await countOf(page, 'Đã vào hồ sơ')).toBe(BATCH - 1);
      await expectAnswered(stage(), requestIds);
    }, 300_000);
  });
}

const CODE_OF_PACKETS = /\/Packets-[^/]+\.js$/;

/** Holds the desk's list until the code of the packets is asked for, and that until the list is shown. */
function listAfterStep(page: Page): Promise<void> {
  const shown = page.getByRole('heading', { level: 2, name: /^HN-P-/ });
  return holdUntilStep(page, '**/api/v1/desk?*', () => shown.waitFor());
}

/** Holds the reply to an answer until the code of the packets is asked for, and that until the answer is told of. */
function replyAfterStep(page: Page): Promise<void> {
  return holdUntilStep(page, '**/verifications/answers', () => sees(page, /Đã gửi: /));
}

async function holdUntilStep(page: Page, what: string, come: () => Promise<void>): Promise<void> {
  const step = Promise.withResolvers<void>();
  await page.route(what, async (route) => {
    await step.promise;
    await route.continue();
  });
  await page.route(CODE_OF_PACKETS, async (route) => {
    step.resolve();
    await come();
    await route.continue();
  });
}

/** The case on display, once it is another one than those answered before. */
async function currentCase(page: Page, answered: readonly string[]): Promise<string> {
  const heading = page.getByRole('heading', { level: 2, name: /^HN-P-/ });
  const others = answered.map((caseId) => heading.filter({ hasNotText: caseId }));
  await others.reduce((left, one) => left.and(one), heading).waitFor();
  return (await heading.innerText()).split(' ')[0] ?? '';
}

/** Cases asked of the police, several at a time; gives their requests. */
async function askMany(stage: Stage, count: number): Promise<string[]> {
  const officer = await stage.as(HANOI.officer);
  const requestIds: string[] = [];
  let left = count;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const { caseId } = await accepted(stage);
      await officer.actAt(caseId, 1, 'classify', { regime: 'SIMPLE', grounds: [] });
      requestIds.push(`${caseId}/POLICE-1`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return requestIds;
}

interface Files {
  packet: string;
  sheet: string;
}

/** Has the packet made and both files saved. */
async function download(page: Page, folder: string): Promise<Files> {
  const saved: Download[] = [];
  page.on('download', (one) => saved.push(one));
  await tabTo(page, page.getByRole('button', { name: 'Lập gói và tải về' }));
  await press(page, 'Enter');
  await sees(page, /^Đã lập gói/);
  await until(() => saved.length >= 2);
  const paths = await Promise.all(
    saved.map(async (one) => {
      const path = join(folder, one.suggestedFilename());
      await one.saveAs(path);
      return path;
    }),
  );
  const [packet = '', sheet = ''] = paths.toSorted(
    (a, b) => Number(b.endsWith('.lltp')) - Number(a.endsWith('.lltp')),
  );
  return { packet, sheet };
}

/** What the police writes into the sheet: one record, one line with another person's name, the rest clean. */
function answeredElsewhere(lines: readonly SheetLine[]): SheetLine[] {
  const record = {
    [ANSWER_COLUMNS.outcome]: '2',
    [ANSWER_COLUMNS.judgmentNumber]: JUDGMENT.judgmentNumber,
    [ANSWER_COLUMNS.judgmentDate]: '20/03/2015',
    [ANSWER_COLUMNS.court]: JUDGMENT.court,
    [ANSWER_COLUMNS.offence]: JUDGMENT.offence,
    [ANSWER_COLUMNS.provision]: JUDGMENT.provision,
    [ANSWER_COLUMNS.penalty]: JUDGMENT.penalty,
    [ANSWER_COLUMNS.executionStatus]: JUDGMENT.executionStatus,
  };
  const clean = { [ANSWER_COLUMNS.outcome]: 'Không có thông tin' };
  return lines.map((line, at) => {
    if (at === 0) return { ...line, ...record };
    if (at === 1) return { ...line, ...clean, [QUESTION_COLUMNS.fullName]: 'Nguyễn Văn Khác' };
    return { ...line, ...clean };
  });
}

async function upload(page: Page, { packet, sheet }: Files): Promise<void> {
  const button = page.getByRole('button', { name: /Chọn hoặc thả tệp vào đây/ });
  await tabTo(page, button);
  const chooser = page.waitForEvent('filechooser');
  await button.press('Enter');
  await (await chooser).setFiles([packet, sheet]);
  await tabTo(page, page.getByRole('button', { name: 'Xem trước' }));
  await press(page, 'Enter');
}

/** A number beside its name in the head of an upload. */
async function countOf(page: Page, name: string): Promise<number> {
  const fact = page.locator('.packets-counts > div').filter({ hasText: name });
  return Number(await fact.locator('dd').innerText());
}

/** All but the refused one moved on by exactly one answer; the found record asks the court. */
async function expectAnswered(stage: Stage, requestIds: readonly string[]): Promise<void> {
  const steps: string[] = [];
  for (const requestId of requestIds) {
    const { line, answers } = await detailOf(stage, requestId.split('/')[0] ?? '');
    steps.push(`${line.step} ${answers?.length}`);
  }
  const counted = Object.fromEntries(Map.groupBy(steps, (step) => step));
  const numbers = Object.entries(counted).map(([step, all]) => [step, all?.length]);
  expect(Object.fromEntries(numbers)).toEqual({
    'EVALUATING 1': BATCH - 2,
    'VERIFYING 1': 1,
    'VERIFYING 0': 1,
  });
}
