import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { ACTS } from '../../domain/acts.ts';
import { AMENDMENTS } from '../../domain/record/amendment.ts';
import { openOffice, type Office } from '../support/office.ts';
import { HANOI } from '../support/scenes.ts';
import { fields } from '../../web/words/fields.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

interface Description {
  paths: Record<string, Record<string, { requestBody?: unknown }>>;
  components?: { schemas?: Record<string, unknown> };
}

/** What only programs send, or a page sends without a field for it. */
const UNSEEN = new Set(
  'accept again alg answered batch crv discarded draft jwk jws kid kids kty token use x'.split(' '),
);

/** The names of all properties in a JSON schema, wherever they stand. */
function propertiesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const below = Object.values(schema).flatMap(propertiesIn);
  return 'properties' in schema ? [...Object.keys(schema.properties as object), ...below] : below;
}

test('every field of a body, an act or an amendment has a name in both languages', async () => {
  const { body } = await (await office.as(HANOI.desk)).ask('GET', '/api/openapi.json');
  const { paths, components } = body as Description;
  const bodies = Object.values(paths).flatMap((operations) =>
    Object.values(operations).map(({ requestBody }) => requestBody),
  );
  const named = JSON.stringify(bodies).match(/#\/components\/schemas\/[^"]+/gu) ?? [];
  const schemas = named.map((name) => components?.schemas?.[name.split('/').at(-1) ?? '']);
  const acts = Object.values(ACTS).flatMap(({ codes, paper }) =>
    [codes, paper].map((part) => part && z.toJSONSchema(part, { io: 'input' })),
  );
  const amendments = Object.values(AMENDMENTS).map((each) => z.toJSONSchema(each, { io: 'input' }));
  const names = new Set([...bodies, ...schemas, ...acts, ...amendments].flatMap(propertiesIn));
  expect(names.size).toBeGreaterThan(150);
  const nameless = [...names].filter((name) => !(name in fields.vi) && !UNSEEN.has(name));
  expect(nameless.toSorted()).toEqual([]);
});
