import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { sql } from '../../db/sql.ts';
import { openOffice, type Office } from '../support/office.ts';
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

test('the description of the API is OpenAPI 3.1 and knows every route', async () => {
  const { openapi, info, paths } = await openApi();
  expect(openapi).toMatch(/^3\.1\./u);
  expect(info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const routes = [
    'POST /api/v1/applications',
    'GET /api/v1/applications/duplicates',
    'POST /api/v1/transfers',
    'GET /api/v1/transfers/{caseId}',
    'POST /api/v1/slips',
    'POST /api/v1/record-proposals/{id}/slip',
    'GET /api/v1/exchange/papers',
    'GET /api/v1/exchange/papers.csv',
    'POST /api/v1/exchange/papers',
    'POST /api/v1/exchange/papers/{id}/match',
    'GET /api/v1/exchange/share',
    'GET /api/v1/exchange/dispatches',
    'POST /api/v1/exchange/dispatches',
    'GET /api/v1/exchange/dispatches.csv',
    'GET /api/v1/exchange/dispatches/waiting',
    'GET /api/v1/exchange/dispatches/{id}/paper.pdf',
    'GET /api/v1/exchange/reconciliations',
    'POST /api/v1/exchange/reconciliations',
    'GET /api/v1/exchange/reconciliations.csv',
    'GET /api/v1/exchange/reconciliations/list.csv',
    'GET /api/v1/exchange/reconciliations/{caseId}',
    'GET /api/v1/exchange/reconciliations/{caseId}/differences',
    'GET /api/v1/exchange/reconciliations/{caseId}/differences.csv',
    'GET /api/v1/exchange/reconciliations/{caseId}/minutes.pdf',
    'POST /api/v1/exchange/reconciliations/{caseId}/questions',
    'POST /api/v1/exchange/reconciliations/{caseId}/settlements',
    'POST /api/v1/exchange/reconciliations/{caseId}/comparison',
    'POST /api/v1/exchange/reconciliations/{caseId}/list',
    'GET /api/v1/exchange/share.csv',
    'GET /api/v1/worklist',
    'GET /api/v1/worklist/counts',
    'GET /api/v1/warnings',
    'GET /api/v1/worklist.csv',
    'GET /api/v1/cases/{caseId}',
    'GET /api/v1/cases/{caseId}/events',
    'GET /api/v1/cases/{caseId}/time',
    'POST /api/v1/cases/{caseId}/acts',
    'PUT /api/v1/cases/{caseId}/claim',
    'DELETE /api/v1/cases/{caseId}/claim',
    'PUT /api/v1/cases/{caseId}/assignment',
    'GET /api/v1/cases/{caseId}/receipt.pdf',
    'GET /api/v1/cases/{caseId}/certificate.pdf',
    'POST /api/v1/bulk/previews',
    'POST /api/v1/bulk/{token}',
    'GET /api/v1/bulk/{token}/papers.pdf',
    'GET /api/v1/saved-filters',
    'POST /api/v1/saved-filters',
    'DELETE /api/v1/saved-filters/{id}',
    'GET /api/v1/desk',
    'GET /api/v1/desk.csv',
    'POST /api/v1/verifications/answers',
    'POST /api/v1/agency-messages',
    'GET /api/v1/agency-messages/{messageId}',
    'GET /api/v1/agency/requests',
    'GET /api/v1/agency/standing',
    'GET /api/v1/agency/office-keys',
    'GET /api/v1/integrations',
    'GET /api/v1/integrations/dead-letters',
    'GET /api/v1/dead-letters.csv',
    'POST /api/v1/integrations/resends/previews',
    'POST /api/v1/integrations/resends/{token}',
    'GET /api/v1/integrations/arrivals',
    'GET /api/v1/integrations/units/{unit}',
    'POST /api/v1/integrations/units/{unit}/keys',
    'POST /api/v1/integrations/units/{unit}/keys/{kid}/withdrawal',
    'GET /api/v1/absences',
    'GET /api/v1/absences/mine',
    'POST /api/v1/absences',
    'DELETE /api/v1/absences/{id}',
    'GET /api/v1/letters',
    'POST /api/v1/letters/signatures',
    'POST /api/v1/public/letters/{id}/paper.pdf',
    'GET /api/v1/notices',
    'POST /api/v1/notices/{letterId}/acknowledgement',
    'POST /api/v1/cases/{caseId}/disputes',
    'POST /api/v1/disputes/{id}/ruling',
    'GET /api/v1/deadline-rulings.csv',
    'POST /api/v1/public/disputes',
    'GET /api/v1/rule-sets',
    'GET /api/v1/rule-sets/{id}',
    'GET /api/v1/calendars',
    'GET /api/v1/calendars/{version}',
    'GET /api/v1/alarms',
    'GET /api/v1/board/counts',
    'GET /api/v1/board/flows',
    'GET /api/v1/board/days',
    'GET /api/v1/board/escalations',
    'GET /api/v1/board/soonest',
    'GET /api/v1/board/rescue',
    'GET /api/v1/board/calibration',
    'GET /api/v1/changes',
    'GET /api/v1/catalogue/offences',
    'GET /api/v1/catalogue/offences.csv',
    'GET /api/v1/catalogue/suggestions',
    'GET /api/v1/catalogue/releases',
    'POST /api/v1/catalogue/releases',
    'GET /api/v1/catalogue/releases/{id}',
    'GET /api/v1/catalogue/releases/{id}/changes',
    'GET /api/v1/catalogue/releases/{id}/changes.csv',
    'POST /api/v1/catalogue/releases/{id}/good-rows',
    'POST /api/v1/catalogue/releases/{id}/discard',
    'POST /api/v1/catalogue/releases/{id}/publication',
    'POST /api/v1/public/tracking',
    'GET /api/v1/public/certificates/{code}',
    'POST /api/v1/sessions',
    'GET /api/v1/session',
    'DELETE /api/v1/session',
    'GET /api/v1/facts',
    'GET /api/v1/units',
    'GET /api/v1/provinces',
    'GET /api/v1/colleagues',
  ];
  expect(described).toEqual(expect.arrayContaining(routes));
  for (const route of described) {
    const [method = '', path = ''] = route.split(' ');
    const known = office.app.hasRoute({
      method: method as 'GET',
      url: path.replaceAll(/\{(\w+)\}/gu, ':$1'),
    });
    expect([route, known]).toEqual([route, true]);
  }
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
  expect(rows.map((row) => row['subjectName'])).toContain('Nguyễn Thị Bảng');
});

test('a cell that would be a formula is kept as text', async () => {
  const { caseId } = await askedCase(office);
  // No form takes such a name; it comes from elsewhere, and the export must not trust it.
  await office.db.query(sql.typeAlias('void')`
    UPDATE subjects SET full_name = '=HYPERLINK("x")' WHERE case_id = ${caseId}
  `);
  const { text } = await (await office.as(HANOI.desk)).ask('GET', '/worklist.csv?queue=all');
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
  expect(rows.find((row) => row['caseId'] === caseId)?.['subjectName']).toBe(`'=HYPERLINK("x")`);
});
