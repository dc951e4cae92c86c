import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig } from '../../config.ts';

const ROOT = join(import.meta.dirname, '..', '..');

interface Service {
  image: string;
  environment?: Record<string, string | number>;
  command?: string[];
  volumes?: string[];
  depends_on?: Record<string, { condition: string }> | string[];
  healthcheck?: { test?: string[] };
  deploy?: { replicas: number };
  ports?: string[];
  profiles?: string[];
}

let services: Record<string, Service>;

beforeAll(() => {
  const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
  const file = parse(withVariables(text), { merge: true }) as { services: Record<string, Service> };
  services = file.services;
});

/** What compose makes of `${NAME:-usual}` and `${NAME:?sentence}` with docker/example.env. */
function withVariables(text: string): string {
  const example = readFileSync(join(ROOT, 'docker', 'example.env'), 'utf8');
  const values = new Map(
    [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
  return text.replaceAll(
    /\$\{([A-Z_]+):([-?])([^}]*)\}/g,
    (_, name: string, kind: string, rest: string) => {
      const value = values.get(name) ?? (kind === '-' ? rest : undefined);
      if (value === undefined) throw new Error(`docker/example.env does not set ${name}`);
      return value;
    },
  );
}

function service(name: string): Service {
  const found = services[name];
  if (!found) throw new Error(`docker-compose.yml has no ${name}`);
  return found;
}

describe.each(['migrate', 'seed', 'agencies', 'worker', 'api'])('%s', (name) => {
  test('runs an entry of this repository', () => {
    const entry = service(name).command?.at(-1) ?? '';
    expect(entry).toMatch(/\.ts$/);
    expect(existsSync(join(ROOT, entry))).toBe(true);
  });

  test('is given an environment that the configuration accepts', () => {
    const given = Object.entries(service(name).environment ?? {});
    const environment = Object.fromEntries(given.map(([key, value]) => [key, String(value)]));
    const config = readConfig({ DATABASE_URL: 'postgres://none', ...environment });
    expect(config).toMatchObject({
      TEMPORAL_ADDRESS: 'temporal:7233',
      HOST: '0.0.0.0',
      DATA_DIR: '/var/lib/lltp',
    });
    expect(environment['TZ']).toBe('UTC');
  });
});

test('each process logs in to PostgreSQL as itself, and is told no password of another', () => {
  const told = (name: string): string[] =>
    Object.entries(service(name).environment ?? {})
      .filter(([key]) => key === 'DATABASE_URL' || key.endsWith('_PASSWORD'))
      .map(([, value]) => String(value));
  const of = (login: string, password: string): string =>
    `postgres://${login}:${password}@postgres:5432/lltp`;
  expect(told('migrate')).toEqual([of('lltp', 'change-me'), 'change-me-too', 'change-me-as-well']);
  expect(told('seed')).toEqual([of('lltp', 'change-me')]);
  expect(told('agencies')).toEqual([]);
  expect(told('worker')).toEqual([of('lltp_worker', 'change-me-as-well')]);
  expect(told('api')).toEqual([of('lltp_api', 'change-me-too')]);
});

test('every variable of the configuration is set, so that none falls back unseen', () => {
  const text = readFileSync(join(ROOT, 'config.ts'), 'utf8');
  const names = [...text.matchAll(/^ {2}([A-Z_]+): z\./gm)].map(([, name]) => name);
  const chosen = new Set(['OFFICE_KEY', 'RATE_LIMIT', 'SIGN_IN_LIMIT']);
  const set = Object.keys(service('api').environment ?? {});
  expect(names.length).toBeGreaterThan(8);
  expect(names.filter((name) => !set.includes(name!) && !chosen.has(name!))).toEqual([]);
});

test('proxies in front are addresses or ranges with commas between; none unless set, and no names', () => {
  const given = Object.entries(service('api').environment ?? {});
  const environment = Object.fromEntries(given.map(([key, value]) => [key, String(value)]));
  const trusted = (text: string) =>
    readConfig({ ...environment, TRUSTED_PROXIES: text }).TRUSTED_PROXIES;
  expect(readConfig(environment).TRUSTED_PROXIES).toEqual([]);
  expect(trusted('10.1.0.0/16, 192.0.2.7,fd00::/8')).toEqual([
    '10.1.0.0/16',
    '192.0.2.7',
    'fd00::/8',
  ]);
  expect(() => trusted('10.1.0.7,proxy')).toThrow('TRUSTED_PROXIES');
});

test('what is mounted from this repository is there', () => {
  const mounted = Object.values(services)
    .flatMap(({ volumes = [] }) => volumes)
    .filter((volume) => volume.startsWith('./'))
    .map((volume) => volume.split(':')[0] ?? '');
  expect(mounted.length).toBeGreaterThan(3);
  expect(mounted.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('every dependency exists, and one that must be healthy says how to tell', () => {
  for (const { depends_on: needs = {} } of Object.values(services)) {
    const conditions = Array.isArray(needs)
      ? needs.map((name) => [name, 'service_started'] as const)
      : Object.entries(needs).map(([name, { condition }]) => [name, condition] as const);
    for (const [name, condition] of conditions) {
      const saysHow = service(name).healthcheck !== undefined;
      expect([name, condition === 'service_healthy' && !saysHow]).toEqual([name, false]);
    }
  }
});

test('images are pinned to a version', () => {
  const loose = Object.values(services)
    .map(({ image }) => image)
    .filter((image) => !/:v?\d+\.\d+(\.\d+)?$/.test(image));
  expect(loose).toEqual([]);
});

test('several workers share the work, and nothing but the API may be published beyond loopback', () => {
  expect(service('worker').deploy?.replicas).toBe(2);
  const published = Object.entries(services)
    .filter(([name]) => name !== 'api')
    .flatMap(([, { ports = [] }]) => ports)
    .filter((port) => !port.startsWith('127.0.0.1:'));
  expect(published).toEqual([]);
});
