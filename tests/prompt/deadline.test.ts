import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'lltp-deadline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Reply {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** What the real process says; it needs neither database nor server nor any environment. */
function ask(...words: string[]): Reply {
  const args = [join(ROOT, 'prompt', 'deadline.ts'), ...words];
  const env = { PATH: process.env['PATH'] };
  return spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' });
}

const json = (...words: string[]) => JSON.parse(ask(...words, '--json').stdout);

function batch(name: string, text: string): Reply {
  writeFileSync(join(folder, name), text);
  return ask('--batch', name);
}

test('a clock of a rule set: due instant, citation, verified flag and every day', () => {
  const found = json('--rules', 'B', '--clock', 'total', '--from', '2024-02-01T09:00+07:00');
  expect(found).toMatchObject({
    rules: 'B',
    clock: 'total',
    term: 'totalSimple',
    citation: 'Luật Lý lịch tư pháp 28/2009/QH12, Điều 48',
    verified: true,
    amount: 10,
    unit: 'calendarDay',
    from: '2024-02-01T09:00:00.000+07:00',
    due: '2024-02-15',
    dueAt: '2024-02-15T23:59:59.999+07:00',
    counted: 10,
  });
  expect(found.days).toHaveLength(15);
  expect(found.days.at(-2)).toEqual({
    date: '2024-02-14',
    class: 'ROLLED_FORWARD',
    counted: 0,
    name: 'Nghỉ bù Tết Âm lịch',
    nameEn: expect.any(String),
    confirmed: true,
  });
});

test('through npm, standard output is the answer and nothing else', () => {
  const words = ['run', '-s', 'deadline', '--', '--amount', '5', '--unit', 'workingDay'];
  const { stdout } = spawnSync('npm', [...words, '--from', '2026-02-12', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(JSON.parse(stdout)).toMatchObject({ due: '2026-02-26', rules: null, citation: null });
});

test('a unit with hours of its own counts by its own calendar', () => {
  const asked = ['--amount', '2', '--unit', 'workingHour', '--from', '2024-03-09'];
  expect(json(...asked)).toMatchObject({ due: '2024-03-11T09:30+07:00' });
  const own = json(...asked, '--calendar', 'STP-79');
  expect(own).toMatchObject({ due: '2024-03-09T09:30+07:00' });
  expect(own.calendar).toContain('STP-79');
});

test('the regimes of the total clock', () => {
  const asked = ['--clock', 'total', '--from', '2023-01-13T16:55+07:00'];
  expect(json(...asked, '--complex')).toMatchObject({ term: 'totalComplex', due: '2023-01-30' });
  const urgent = json('--clock', 'total', '--urgent', '--from', '2024-02-09T16:55+07:00');
  expect(urgent).toMatchObject({ rules: 'B', term: 'totalUrgent', due: '2024-02-10T16:55+07:00' });
});

test.each([
  ['police', 'police'],
  ['court', 'court'],
  ['send', 'transferSend'],
  ['transferSend', 'transferSend'],
  ['supplement', 'supplementLapse'],
  ['urgent', 'totalUrgent'],
  ['policeCardIndex', 'policeCardIndex'],
])('the clock %s counts the term %s', (clock, term) => {
  expect(json('--rules', 'B', '--clock', clock, '--from', '2024-03-04')).toMatchObject({
    clock,
    term,
  });
});

test('for people: a day counted without being confirmed is called a forecast', () => {
  const { stdout, status } = ask('--amount', '3', '--unit', 'workingDay', '--from', '2027-02-03');
  expect(status).toBe(0);
  expect(stdout).toContain('Due   Mon 2027-02-15 24:00');
  expect(stdout).toMatch(/Fri 2027-02-05 .* day off .*Tết Âm lịch.*, forecast/);
  expect(stdout).toContain('wait for the yearly decision');
});

test('for people: what is not verified says so, and a date outside the rule set too', () => {
  const { stdout } = ask('--rules', 'B', '--clock', 'police', '--from', '2026-03-02');
  expect(stdout).toContain('NOT verified');
  expect(stdout).toContain('rule set B is for cases accepted from 2016-01-01 to 2025-02-28');
});

const TOTAL = ['--clock', 'total', '--from', '2024-02-01'];
const FIVE = ['--amount', '5', '--unit', 'workingDay', '--from'];
test.each<[what: string, words: string[], sentence: string]>([
  ['no question', [], 'Give --from'],
  ['no term', ['--from', '2024-02-01'], 'Give --clock'],
  ['an unknown rule set', ['--rules', 'Z', ...TOTAL], 'no rule set "Z"'],
  ['a day without rules', ['--clock', 'total', '--from', '1999-01-04'], 'No rule set is in force'],
  ['an unknown clock', ['--clock', 'lunch', '--from', '2024-02-01'], 'has no clock "lunch"'],
  ['an unknown calendar', [...FIVE, '2024-02-01', '--calendar', 'moon'], 'no calendar "moon"'],
  ['two regimes', [...TOTAL, '--complex', '--urgent'], 'not both'],
  [
    'a regime of another clock',
    ['--clock', 'court', '--from', '2024-02-01', '--urgent'],
    'go with',
  ],
  [
    'an unknown unit',
    ['--amount', '5', '--unit', 'week', '--from', '2024-02-01'],
    'no unit "week"',
  ],
  [
    'an amount that is none',
    ['--amount', 'x', '--unit', 'hour', '--from', '2024-02-01'],
    'no amount',
  ],
  ['half a day', ['--amount', '.5', '--unit', 'workingDay', '--from', '2024-02-01'], 'no amount'],
  ['a date that is none', [...FIVE, '2024-02-30'], 'There is no date 2024-02-30'],
  ['a time without zone', [...FIVE, '2024-02-01T09:00'], 'no time zone'],
  ['a time that is none', [...FIVE, '2024-02-01T25:00+07:00'], 'is no instant'],
  ['a calendar that ends before', [...FIVE, '2028-12-29'], 'CALENDAR_EXHAUSTED'],
  ['an unknown option', ['--lunch'], "Unknown option '--lunch'"],
  ['two questions', [...FIVE, '2024-02-01', '--clock', 'total'], 'do not go together'],
  ['no such file', ['--batch', 'none.csv'], 'There is no file none.csv'],
])('%s: one sentence, nothing on standard output, exit code 2', (_what, words, sentence) => {
  const { status, stdout, stderr } = ask(...words);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('a batch keeps its columns and their order, and gets one more', () => {
  const { status, stdout, stderr } = batch(
    'all.csv',
    '\uFEFFid,from,note,amount,unit\r\n1,2026-02-12,"a, b",5,workingDay\r\n2,2024-02-09T16:55+07:00,,24,hour\r\n',
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(parse(stdout)).toEqual([
    ['id', 'from', 'note', 'amount', 'unit', 'due'],
    ['1', '2026-02-12', 'a, b', '5', 'workingDay', '2026-02-26'],
    ['2', '2024-02-09T16:55+07:00', '', '24', 'hour', '2024-02-10T16:55+07:00'],
  ]);
});

test('a bad row is told by its line and reason; the rest is still answered', () => {
  const { status, stdout, stderr } = batch(
    'bad.csv',
    'from,amount,unit,note\n2024-02-30,5,workingDay,x\n\n2024-02-01,5,week,"two\nlines"\n2024-02-01,5\n2026-02-12,5,workingDay,ok\n',
  );
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([
    'line 2: There is no date 2024-02-30.',
    expect.stringMatching(/^line 4: There is no unit "week"/),
    'line 6: 2 cells where the header has 4.',
  ]);
  const dues = (parse(stdout, { columns: true }) as { due: string }[]).map(({ due }) => due);
  expect(dues).toEqual(['', '', '', '2026-02-26']);
});

test.each([
  ['nothing in it', '', 'is empty'],
  ['a column missing', 'from,amount\n', 'has no column "unit"'],
  ['a column due', 'from,amount,unit,due\n', 'has a column due already'],
  ['a quote left open', 'from,amount,unit\n"2024-02-01,5,hour\n', 'is no CSV file'],
])('a batch with %s: one sentence, exit code 2', (_what, text, sentence) => {
  const { status, stderr } = batch('unfit.csv', text);
  expect(status).toBe(2);
  expect(stderr).toContain(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('--help names every option and every key of the JSON object', () => {
  const { stdout, status } = ask('--help');
  expect(status).toBe(0);
  const keys = Object.keys(json(...FIVE, '2024-02-01'));
  for (const word of [
    ...keys,
    '--rules',
    '--clock',
    '--batch',
    '--complex',
    '--urgent',
    '--json',
  ]) {
    expect(stdout).toContain(word);
  }
});
