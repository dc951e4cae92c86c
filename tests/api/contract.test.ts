import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { sql } from '../../db/sql.ts';
import { openOffice, type Office } from '../support/office.ts';
import { Person } from '../support/person.ts';
import { addressOf, type Route, routesOf } from '../support/routes.ts';
import { anApplication, askedCase, HANOI, handIn } from '../support/scenes.ts';

let office: Office;
let url: string;
beforeAll(async () => {
  office = await openOffice();
  url = await office.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => office.close());

interface Operation {
  parameters?: { name: string; in: string; required?: boolean }[];
  responses?: Record<string, unknown>;
  tags?: string[];
}

async function openApi() {
  const { body } = await (await office.as(HANOI.desk)).ask('GET', '/api/openapi.json');
  return body as {
    openapi: string;
    info: { title: string; version: string };
    paths: Record<string, Record<string, Operation>>;
  };
}

/** Asked without a session: by anybody, or by a unit's system that signs. */
const OPEN = [
  'GET /api/v1/facts',
  'GET /api/v1/provinces',
  'POST /api/v1/sessions',
  'DELETE /api/v1/session',
  'POST /api/v1/public/tracking',
  'GET /api/v1/public/certificates/{code}',
  'POST /api/v1/public/letters/{id}/paper.pdf',
  'POST /api/v1/public/disputes',
  'POST /api/v1/public/refusal.pdf',
  'POST /api/v1/agency-messages',
  'GET /api/v1/agency-messages/{messageId}',
  'GET /api/v1/agency/requests',
  'GET /api/v1/agency/standing',
  'GET /api/v1/agency/office-keys',
];

/** Routes under the API's own prefix; beside them stand those for machines, and the description itself. */
function apiRoutes() {
  return routesOf(office.app).filter(({ path }) => path.startsWith('/api/v1/'));
}

const named = ({ method, path }: Route): string =>
  `${method} ${path.replaceAll(/:(\w+)/gu, '{$1}')}`;

test('the description of the API is OpenAPI 3.1 and knows every route', async () => {
  const { openapi, info, paths } = await openApi();
  expect(openapi).toMatch(/^3\.1\./u);
  expect(info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const routes = apiRoutes().map(named);
  expect(routes).toEqual(expect.arrayContaining(['GET /api/v1/worklist', ...OPEN]));
  expect(described.toSorted()).toEqual(routes.toSorted());
});

test('whoever has no session is refused by every route that is not open', async () => {
  const stranger = new Person(office.app);
  const answers: string[] = [];
  for (const route of apiRoutes().filter((one) => !OPEN.includes(named(one)))) {
    const { status, body } = await stranger.ask(route.method, addressOf(route.path));
    answers.push(`${named(route)}: ${status} ${body?.code}`);
  }
  expect(answers.length).toBeGreaterThan(100);
  expect(answers.filter((one) => !one.endsWith(': 401 SIGN_IN_REQUIRED'))).toEqual([]);
});

test('every operation names its answers and every parameter of its path', async () => {
  const { paths } = await openApi();
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, { parameters = [], responses = {} }] of Object.entries(operations)) {
      const named = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
      const inPath = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
      expect([method, path, new Set(named)]).toEqual([method, path, new Set(inPath)]);
      expect(Object.keys(responses).length).toBeGreaterThan(0);
    }
  }
});

test('references within the description lead somewhere', async () => {
  const description = await openApi();
  const text = JSON.stringify(description);
  for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/gu)) {
    const target = pointer
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], description);
    expect([pointer, typeof target]).toEqual([pointer, 'object']);
  }
});

/** Events of a stream until one fits, or null when the stream ends. */
async function nextEvent(body: AsyncIterable<Uint8Array>, fits: (text: string) => boolean) {
  let text = '';
  for await (const chunk of body) {
    text += new TextDecoder().decode(chunk);
    const event = text.split('\n\n').find(fits);
    if (event !== undefined) return event;
  }
  return null;
}

test('a change is told to the unit it concerns as it happens', async () => {
  const { caseId } = await handIn(office);
  const officer = await office.as(HANOI.officer);
  const liaison = await office.as(HANOI.policeLiaison);
  const stopping = new AbortController();
  const streams = await Promise.all(
    [officer, liaison].map((person) =>
      fetch(`${url}/api/v1/changes`, {
        headers: { cookie: person.cookie },
        // A change that is not told ends the stream with an error.
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(10_000)]),
      }),
    ),
  );
  expect(streams[0]?.headers.get('content-type')).toMatch(/^text\/event-stream/u);
  const told = streams.map(({ body }, index) =>
    nextEvent(body as unknown as AsyncIterable<Uint8Array>, (event) =>
      event.startsWith(index === 0 ? 'event: case' : 'event: verification'),
    ),
  );
  const done = await officer.act(caseId, 'classify', { codes: { regime: 'SIMPLE', grounds: [] } });
  const [toOfficer, toLiaison] = await Promise.all(told);
  expect(toOfficer).toContain(
    JSON.stringify({ caseId, rev: done.rev, step: 'VERIFYING', unit: HANOI.unit }),
  );
  expect(toLiaison).toContain(caseId);
  stopping.abort();
});

test('lists come out as CSV that a spreadsheet reads and does not run', async () => {
  const application = anApplication();
  const subject = { ...application.subject, fullName: 'Nguyễn Thị Bảng' };
  await handIn(office, { ...application, subject });
  const desk = await office.as(HANOI.desk);
  const { text, headers } = await desk.ask('GET', '/worklist.csv?queue=all');
  expect(headers['content-type']).toMatch(/^text\/csv/u);
  expect(text.startsWith('\uFEFF')).toBe(true);
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
  const row = rows.find((one) => one['Họ và tên'] === 'Nguyễn Thị Bảng');
  expect(row).toMatchObject({
    Loại: 'Cấp phiếu',
    Bước: 'Đã tiếp nhận',
    'Đơn vị': 'Sở Tư pháp thành phố Hà Nội',
    'Loại phiếu': 'Phiếu số 1',
    'Đang tạm dừng': 'Không',
  });
});

test('a list that people open speaks their language and has the times of the screens', async () => {
  const { caseId } = await askedCase(office);
  const desk = await office.as(HANOI.desk);
  const { cases } = await desk.must('GET', `/worklist?queue=all&q=${caseId}`);
  const inLanguage = async (language: string) => {
    const headers = { 'accept-language': language };
    const path = `/worklist.csv?queue=all&q=${caseId}`;
    const { text } = await desk.ask('GET', path, undefined, { headers });
    return (parse(text, { columns: true, bom: true }) as Record<string, string>[])[0];
  };
  const [{ openedAt, legalDueAt }] = cases;
  expect(await inLanguage('vi')).toMatchObject({
    'Số hồ sơ': caseId,
    'Ngày mở': inVietnam(openedAt),
    'Hạn theo luật': inVietnam(legalDueAt),
  });
  expect(await inLanguage('en')).toMatchObject({
    Case: caseId,
    Opened: inVietnam(openedAt),
    'Legally due': inVietnam(legalDueAt),
    Step: 'Verifying',
  });
});

/** Seven hours after UTC, written without the functions under test. */
function inVietnam(iso: string): string {
  const [date = '', time = ''] = new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().split('T');
  return `${date.split('-').toReversed().join('/')} ${time.slice(0, 5)}`;
}

test('a cell that would be a formula is kept as text', async () => {
  const { caseId } = await askedCase(office);
  // No form takes such a name; it comes from elsewhere, and the export must not trust it.
  await office.db.query(sql.typeAlias('void')`
    UPDATE subjects SET full_name = '=HYPERLINK("x")' WHERE case_id = ${caseId}
  `);
  const { text } = await (await office.as(HANOI.desk)).ask('GET', '/worklist.csv?queue=all');
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
  expect(rows.find((row) => row['Số hồ sơ'] === caseId)?.['Họ và tên']).toBe(`'=HYPERLINK("x")`);
});
