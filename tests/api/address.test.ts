import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openOffice, type Office } from '../support/office.ts';
import { HANOI } from '../support/scenes.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

interface Operation {
  parameters?: { name: string; in: string }[];
}

test('a control character in any part of any address is refused by name', async () => {
  const desk = await office.as(HANOI.desk);
  const { body } = await desk.ask('GET', '/api/openapi.json');
  const { paths } = body as { paths: Record<string, Record<string, Operation>> };
  const spoilt = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { parameters = [] }]) =>
      parameters
        .filter(({ in: place }) => place === 'path' || place === 'query')
        .map((parameter) => ({ method: method.toUpperCase(), path, ...parameter })),
    ),
  );
  expect(spoilt.length).toBeGreaterThan(80);
  for (const { method, path, name, in: place } of spoilt) {
    const address = place === 'path' ? path.replace(`{${name}}`, 'a%00') : `${path}?${name}=a%00`;
    const answer = await desk.ask(method, address, method === 'GET' ? undefined : {});
    expect({ method, address, status: answer.status, body: answer.body }).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT', fields: [{ path: name, code: 'CONTROL_CHARACTER' }] },
    });
  }
});

test('a tab that was pasted along with a number does no harm', async () => {
  const officer = await office.as(HANOI.officer);
  expect((await officer.ask('GET', '/worklist?q=HN-P-1%09')).status).toBe(200);
});
