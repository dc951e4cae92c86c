import {
  createPool,
  createTypeParserPreset,
  type DatabasePool,
  type Interceptor,
  type QueryResultRow,
  SchemaValidationError,
} from 'slonik';
import type { Login } from './logins.ts';

/** Checks every row against its query's schema; without this slonik types the rows on trust. */
const checkRows: Interceptor = {
  name: 'check-rows',
  transformRow: ({ resultParser }, query, row): QueryResultRow => {
    if (resultParser === undefined) return row;
    const parsed = resultParser['~standard'].validate(row);
    if (parsed instanceof Promise) throw new TypeError('row schemas are synchronous');
    if (parsed.issues === undefined) return parsed.value as QueryResultRow;
    throw new SchemaValidationError(query, row as never, [...parsed.issues]);
  },
};

/** Timestamps come back as ISO texts in UTC, dates as `YYYY-MM-DD`: no Date crosses a boundary. */
const typeParsers = [
  ...createTypeParserPreset().filter(({ name }) => name !== 'timestamptz' && name !== 'timestamp'),
  { name: 'timestamptz', parse: (text: string) => new Date(text).toISOString() },
];

/**
 * A pool whose connections may do what the login of their address may: the API reads and appends, the
 * worker writes cases, only the owner may do everything. Throws where the address is not `login`'s.
 */
export async function openPool(
  url: string,
  { login, size = 20 }: { login?: Login; size?: number } = {},
): Promise<DatabasePool> {
  const { username } = new URL(url);
  if (login !== undefined && username !== login) {
    throw new Error(`DATABASE_URL logs in as "${username}", and this process as ${login} only.`);
  }
  return createPool(addressOf(url), {
    interceptors: [checkRows],
    typeParsers,
    maximumPoolSize: size,
    connectionTimeout: 5_000,
    // A pool keeps its idle connections: opening one costs more than an act.
    idleTimeout: 600_000,
    statementTimeout: 30_000,
    // No query leaves anything in its session, so nothing is discarded between two: that would cost a
    // round trip each and throw away the plans of `apply_transition`.
    resetConnection: async () => undefined,
  });
}

/** The address as slonik reads it: it takes no notice of a socket's folder named by `?host=`. */
function addressOf(url: string): string {
  const address = new URL(url);
  const folder = address.searchParams.get('host');
  if (folder !== null) {
    address.hostname = encodeURIComponent(folder);
    address.searchParams.delete('host');
  }
  return address.href;
}
