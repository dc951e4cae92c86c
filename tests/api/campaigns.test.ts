import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { begun } from '../../domain/quality/mending.ts';
import type { CampaignProgress } from '../../domain/quality/campaign.ts';
import { openOffice, type Office } from '../support/office.ts';
import type { Person } from '../support/person.ts';
import { CAMPAIGN, change, enterOld, findingsOf } from '../support/quality.ts';
import { HANOI } from '../support/scenes.ts';

let office: Office;
let officer: Person;
let police: Person;
beforeAll(async () => {
  office = await openOffice();
  officer = await office.as(HANOI.records);
  police = await office.as(HANOI.policeLiaison);
});
afterAll(() => office.close());

const DOCUMENT = {
  has: true,
  number: '12/GCN',
  date: '2016-03-20',
  issuer: 'Trại giam Mẫu',
  content: 'Đã chấp hành xong hình phạt tù',
  scan: null,
};

async function prepare(changes: object = {}): Promise<string> {
  const { campaign } = await officer.must('POST', '/campaigns', { ...CAMPAIGN, ...changes });
  return campaign.id;
}

async function progressOf(id: string): Promise<CampaignProgress[]> {
  return (await officer.must('GET', `/campaigns/${id}`)).progress;
}

const personsOf = (items: readonly { personName: string }[]) =>
  items.map(({ personName }) => personName);

test('a campaign takes what stands at its start, the source answers, the officer amends by it, the report counts', async () => {
  const first = await enterOld(office, 'Ngô Văn Một');
  const second = await enterOld(office, 'Ngô Văn Hai');
  await enterOld(office, 'Ngô Văn Sau Kỳ', {
    judgment: { date: '2016-01-04', effectiveDate: '2016-02-04' },
  });
  await enterOld(office, 'Ngô Văn Phạt', {
    judgment: { principalPenalty: 'Phạt tiền 5.000.000 đồng' },
  });
  const [finding] = (await findingsOf(office, first)).filter(
    ({ rule }) => rule === 'NO_COMPLETION',
  );
  const id = await prepare();
  expect(await progressOf(id)).toMatchObject([
    { source: 'ENFORCEMENT', unit: null, all: 1 },
    { source: 'POLICE', unit: HANOI.police, all: 2 },
  ]);
  expect((await police.must('GET', '/campaign-shares')).shares).toEqual([]);
  await officer.must('POST', `/campaigns/${id}/start`);
  await enterOld(office, 'Ngô Văn Đến Sau');
  await findingsOf(office, second);

  const { share, items, total } = await police.must('GET', `/campaign-shares/${id}`);
  expect([share.name, total]).toEqual([CAMPAIGN.name, 2]);
  expect(personsOf(items)).toEqual(['Ngô Văn Hai', 'Ngô Văn Một']);
  expect(items[0].paper).toEqual({
    number: '7/2022/HSST',
    date: '2015-03-20',
    issuer: 'Tòa án nhân dân quận Ba Đình',
  });
  const path = `/campaign-shares/${id}/items/${finding?.id}/answer`;
  await police.must('POST', path, DOCUMENT);
  const other = items.find((item: { finding: number }) => item.finding !== finding?.id);
  await police.must('POST', `/campaign-shares/${id}/items/${other.finding}/answer`, { has: false });
  const [atPolice] = (await progressOf(id)).filter(({ source }) => source === 'POLICE');
  expect(atPolice).toMatchObject({ all: 2, asked: 0, answered: 1, nothing: 1, mended: 0 });

  const found = await officer.must('GET', `/findings?campaign=${id}&answered=true`);
  expect(found.total).toBe(1);
  const begins = begun(found.findings[0]);
  expect(begins?.details).toMatchObject({
    ref: 1,
    entry: { kind: 'COMPLETION', number: '12/GCN' },
  });
  await change(office, first, { ...begins });
  expect(await findingsOf(office, first, { state: 'MENDED' })).toHaveLength(1);

  const { campaign, progress } = await officer.must('POST', `/campaigns/${id}/end`);
  expect(campaign.state).toBe('ENDED');
  expect(progress).toMatchObject([
    { source: 'ENFORCEMENT', all: 1, open: 1 },
    { source: 'POLICE', all: 2, nothing: 1, mended: 1 },
  ]);
  expect((await police.must('GET', '/campaign-shares')).shares).toEqual([]);
  await change(office, second, { kind: 'EXECUTION', details: begins?.details });
  await findingsOf(office, second);
  expect(await progressOf(id)).toEqual(progress);
  const csv = await officer.ask('GET', `/campaigns/${id}/report.csv`);
  expect(csv.text).toMatch(/^Công an,"Phòng Hồ sơ .*",2,0,0,0,1,1,0$/mu);
});

test('only a prepared campaign starts, only a running one ends, and an empty one does neither', async () => {
  await enterOld(office, 'Ngô Thị Chuẩn');
  await findingsOf(office, 'none');
  const id = await prepare();
  const early = await officer.ask('POST', `/campaigns/${id}/end`);
  expect([early.status, early.body.code]).toEqual([409, 'CAMPAIGN_NOT_OPEN']);
  const twice = await Promise.all([0, 1].map(() => officer.ask('POST', `/campaigns/${id}/start`)));
  expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const empty = await prepare({ rules: ['DEATH_BEFORE_JUDGMENT'] });
  const none = await officer.ask('POST', `/campaigns/${empty}/start`);
  expect([none.status, none.body.code]).toEqual([409, 'CAMPAIGN_EMPTY']);
});

test.each([
  ['ends before it begins', { endsOn: '2023-09-17' }, 'endsOn', 'ENDS_BEFORE_IT_BEGINS'],
  [
    'has days of judgments the wrong way',
    { judgedTo: '2014-12-31' },
    'judgedTo',
    'ENDS_BEFORE_IT_BEGINS',
  ],
  ['has no rule', { rules: [] }, 'rules', 'TOO_SHORT'],
  [
    'asks a unit of another province',
    { units: [{ source: 'POLICE', unit: 'PV06-79' }] },
    'units.0.unit',
    'NOT_A_UNIT_OF_SOURCE',
  ],
  [
    'asks a court as police',
    { units: [{ source: 'POLICE', unit: HANOI.court }] },
    'units.0.unit',
    'NOT_A_UNIT_OF_SOURCE',
  ],
  [
    'asks two units for one kind',
    { units: [CAMPAIGN.units[0], CAMPAIGN.units[0]] },
    'units.1.source',
    'SOURCE_TWICE',
  ],
])('a plan that %s is refused at its field', async (_what, changes, path, code) => {
  const { status, body } = await officer.ask('POST', '/campaigns', { ...CAMPAIGN, ...changes });
  expect([status, body.fields[0].path, body.fields[0].code]).toEqual([400, path, code]);
});

test('a unit answers for its own share only, and the document has a number and a day', async () => {
  const number = await enterOld(office, 'Ngô Thị Riêng');
  const [finding] = (await findingsOf(office, number)).filter(
    ({ rule }) => rule === 'NO_COMPLETION',
  );
  const id = await prepare();
  await officer.must('POST', `/campaigns/${id}/start`);
  const path = `/campaign-shares/${id}/items/${finding?.id}/answer`;
  const court = await office.as(HANOI.courtLiaison);
  const foreign = await court.ask('POST', path, DOCUMENT);
  expect([foreign.status, foreign.body.code]).toEqual([404, 'CAMPAIGN_NOT_ASKED']);
  expect((await court.ask('GET', `/campaign-shares/${id}`)).body.code).toBe('CAMPAIGN_UNKNOWN');
  const bare = await police.ask('POST', path, { ...DOCUMENT, number: ' ', date: '20/3/2016' });
  expect([bare.status, bare.body.fields.map(({ path: at }: { path: string }) => at)]).toEqual([
    400,
    ['number', 'date'],
  ]);
  const lost = { ...DOCUMENT, scan: '00000000-0000-4000-8000-000000000000' };
  expect((await police.ask('POST', path, lost)).body.code).toBe('SCAN_NOT_FOUND');
  expect((await officer.ask('POST', path, DOCUMENT)).status).toBe(403);
});

test('the copy a unit sends along is read by the record officer of the department', async () => {
  const number = await enterOld(office, 'Ngô Thị Bản Chụp');
  const [finding] = (await findingsOf(office, number)).filter(
    ({ rule }) => rule === 'NO_COMPLETION',
  );
  const id = await prepare();
  await officer.must('POST', `/campaigns/${id}/start`);
  const upload = await police.ask('POST', `/campaign-shares/${id}/scans?name=a.pdf`, '%PDF-1.7 x', {
    headers: { 'content-type': 'application/pdf' },
  });
  expect(upload.status).toBe(201);
  const scan = upload.body.id;
  const own = await officer.ask('POST', '/supplies/scans?name=b.pdf', '%PDF-1.7 y', {
    headers: { 'content-type': 'application/pdf' },
  });
  expect(own.status).toBe(201);
  const path = `/campaign-shares/${id}/items/${finding?.id}/answer`;
  const foreign = await police.ask('POST', path, { ...DOCUMENT, scan: own.body.id });
  expect(foreign.body.code).toBe('SCAN_NOT_FOUND');
  await police.must('POST', path, { ...DOCUMENT, scan });
  const found = await findingsOf(office, number);
  expect(found.find(({ rule }) => rule === 'NO_COMPLETION')?.answer).toMatchObject({ scan });
  expect((await officer.ask('GET', `/supplies/scans/${scan}`)).text).toContain('%PDF');
});

test('another department does not see a campaign, a supervisor reads it, the Centre too', async () => {
  const id = await prepare();
  const other = await office.as('hoso.hcm');
  expect((await other.ask('GET', `/campaigns/${id}`)).body.code).toBe('CAMPAIGN_UNKNOWN');
  for (const username of [HANOI.supervisor, 'duyet.tt']) {
    const reader = await office.as(username);
    expect((await reader.must('GET', `/campaigns/${id}`)).campaign.id).toBe(id);
    expect((await reader.ask('POST', `/campaigns/${id}/start`)).status).toBe(403);
  }
});
