import type { Entries } from './members.ts';
import type { HousePorts } from './ports.ts';

export type MemberName = 'postgres' | 'temporal' | 'agencies' | 'worker' | 'api';

export interface HouseOptions {
  /** Everything that survives a restart lies here. */
  dataDir: string;
  /** Ports of the members; any free one for those not given. */
  ports?: Partial<HousePorts>;
  /**
   * Environment of all members on top of this process's. A DATABASE_URL or TEMPORAL_ADDRESS in it
   * takes the place of a server of our own; the first is the owner's.
   */
  env?: Record<string, string>;
  /** Lines of the members are kept but not printed. */
  quiet?: boolean;
  /** Temporal forgets its state with its process: quicker, for tests without restarts of it. */
  inMemoryTemporal?: boolean;
  /** Text of BUSINESS_CLOCK, asked for when the servers are up; one in `env` takes its place. */
  businessClock?: () => Promise<string>;
  /** Fill an empty database with the demonstration's people and cases. */
  demo?: boolean;
  /** Server settings of PostgreSQL, `name=value`, such as `fsync=off` for tests. */
  postgresSettings?: readonly string[];
  /** Stand-ins for process entries. */
  entries?: Partial<Entries>;
}
