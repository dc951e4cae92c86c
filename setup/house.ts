import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Child, type ChildPlan } from './child.ts';
import { runErrand } from './errand.ts';
import type { HouseOptions, MemberName } from './houseOptions.ts';
import { keepKey } from './keep.ts';
import { linePrinter } from './lines.ts';
import { Logbook } from './logbook.ts';
import { addressFor, keepPasswords } from './logins.ts';
import { ENTRIES, type Entries, nodeCommand, planMembers } from './members.ts';
import { checkPorts, freePorts, type HousePorts } from './ports.ts';
import { planPostgres } from './postgres.ts';
import { clearRoll, endLeftovers, writeRoll } from './roll.ts';
import { planTemporal } from './temporal.ts';

export type { HouseOptions, MemberName };

/** All processes of the system on this machine, supervised. */
export class House {
  readonly #options: HouseOptions;
  readonly #dataDir: string;
  readonly #members = new Map<MemberName, Child>();
  readonly #logbook: Logbook;
  readonly #stopping = new AbortController();
  #ports: HousePorts = { postgres: 0, temporal: 0, agencies: 0, worker: 0, api: 0 };
  #databaseUrl = '';
  #temporalAddress = '';

  constructor(options: HouseOptions) {
    this.#options = options;
    this.#dataDir = resolve(options.dataDir);
    this.#logbook = new Logbook(options.quiet ? () => undefined : linePrinter(process.stdout));
  }

  /** Address of the API and the pages, without trailing slash. */
  get url(): string {
    return `http://127.0.0.1:${this.#ports.api}`;
  }

  get agenciesUrl(): string {
    return `http://127.0.0.1:${this.#ports.agencies}`;
  }

  get workerUrl(): string {
    return `http://127.0.0.1:${this.#ports.worker}`;
  }

  /** Where the owner of the database logs in. */
  get databaseUrl(): string {
    return this.#databaseUrl;
  }

  get temporalAddress(): string {
    return this.#temporalAddress;
  }

  /** Start all members in order. Throws one sentence when one cannot be; then all are stopped again. */
  async start(): Promise<void> {
    try {
      await mkdir(this.#dataDir, { recursive: true });
      await endLeftovers(this.#dataDir);
      await this.#choosePorts();
      await this.#startServers();
      const { owner, ...members } = await this.#environments();
      await this.#run('migrate', owner);
      const { agencies, worker, api } = planMembers(this.#entries, this.#ports, members);
      await this.#startTogether([agencies, worker, api]);
      if (this.#options.demo) await this.#run('seed', owner);
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** End a member by a signal and hold it down until {@link House.restart}; SIGKILL is a crash. */
  kill(name: MemberName, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    return this.#member(name).kill(signal);
  }

  /** Start a member again and resolve when it serves. */
  restart(name: MemberName): Promise<void> {
    return this.#member(name).restart();
  }

  /** Process id of a member, or null while it is down. */
  pid(name: MemberName): number | null {
    return this.#member(name).pid;
  }

  /** The last lines a member or an errand (`migrate`, `seed`) wrote, oldest first. */
  logs(name: string): readonly string[] {
    return this.#logbook.linesOf(name);
  }

  /** Stop all members, those first that need the others. A second call waits for the first. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const waves: MemberName[][] = [['api'], ['agencies', 'worker'], ['temporal'], ['postgres']];
    for (const wave of waves) {
      await Promise.all(wave.map(async (name) => this.#members.get(name)?.stop()));
    }
    await clearRoll(this.#dataDir);
  }

  /** Kill all members at once, without waiting for anything they do. */
  killAll(): Promise<unknown> {
    return Promise.all([...this.#members.values()].map((child) => child.kill('SIGKILL')));
  }

  get #entries(): Entries {
    return { ...ENTRIES, ...this.#options.entries };
  }

  #member(name: MemberName): Child {
    const child = this.#members.get(name);
    if (!child) throw new Error(`this house has no ${name} of its own`);
    return child;
  }

  async #choosePorts(): Promise<void> {
    const [postgres = 0, temporal = 0, agencies = 0, worker = 0, api = 0] = await freePorts(5);
    const { ports, env = {} } = this.#options;
    this.#ports = { postgres, temporal, agencies, worker, api, ...ports };
    const asked = { ...ports };
    if (env['DATABASE_URL']) delete asked.postgres;
    if (env['TEMPORAL_ADDRESS']) delete asked.temporal;
    await checkPorts(asked);
  }

  async #startServers(): Promise<void> {
    const { env = {}, postgresSettings: settings = [], inMemoryTemporal } = this.#options;
    const plans: ChildPlan[] = [];
    this.#databaseUrl = env['DATABASE_URL'] ?? '';
    if (!this.#databaseUrl) {
      const options = { dataDir: this.#dataDir, port: this.#ports.postgres, settings };
      const { plan, url } = await planPostgres(options);
      this.#databaseUrl = url;
      plans.push(plan);
    }
    this.#temporalAddress = env['TEMPORAL_ADDRESS'] ?? '';
    if (!this.#temporalAddress) {
      const dbFile = inMemoryTemporal ? null : join(this.#dataDir, 'temporal.db');
      const { plan, address } = planTemporal({ dbFile, port: this.#ports.temporal });
      this.#temporalAddress = address;
      plans.push(plan);
    }
    await this.#startTogether(plans);
  }

  /** What each process is told: the same, but that each logs in to PostgreSQL as itself. */
  async #environments() {
    const env = await this.#environment();
    const { lltp_api, lltp_worker } = await keepPasswords(this.#dataDir, env);
    const passwords = { LLTP_API_PASSWORD: lltp_api, LLTP_WORKER_PASSWORD: lltp_worker };
    const agencies = {
      ...env,
      DATABASE_URL: undefined,
      LLTP_API_PASSWORD: undefined,
      LLTP_WORKER_PASSWORD: undefined,
    };
    const url = this.#databaseUrl;
    return {
      owner: { ...env, ...passwords, DATABASE_URL: url },
      agencies,
      worker: { ...agencies, DATABASE_URL: addressFor(url, 'lltp_worker', lltp_worker) },
      api: { ...agencies, DATABASE_URL: addressFor(url, 'lltp_api', lltp_api) },
    };
  }

  async #environment(): Promise<NodeJS.ProcessEnv> {
    const key = process.env['PAYLOAD_KEY'] ?? (await keepKey(this.#dataDir, 'payload.key'));
    const clock = await this.#options.businessClock?.();
    return {
      ...process.env,
      ...(clock === undefined ? {} : { BUSINESS_CLOCK: clock }),
      TZ: 'UTC',
      PAYLOAD_KEY: key,
      PORT: String(this.#ports.api),
      API_URL: this.url,
      AGENCIES_URL: this.agenciesUrl,
      AGENCIES_PORT: String(this.#ports.agencies),
      WORKER_PORT: String(this.#ports.worker),
      PUBLIC_URL: process.env['PUBLIC_URL'] ?? this.url,
      ...this.#options.env,
      DATA_DIR: this.#dataDir,
      TEMPORAL_ADDRESS: this.#temporalAddress,
    };
  }

  #run(name: 'migrate' | 'seed', env: NodeJS.ProcessEnv): Promise<void> {
    const errand = { name, ...nodeCommand(this.#entries[name]), env };
    return runErrand(errand, this.#logbook.tell, this.#stopping.signal);
  }

  /** Starts side by side; throws the first failure. */
  async #startTogether(plans: readonly ChildPlan[]): Promise<void> {
    this.#stopping.signal.throwIfAborted();
    const children = plans.map((plan) => {
      const child = new Child(plan, { tell: this.#logbook.tell, changed: this.#changed });
      this.#members.set(plan.name as MemberName, child);
      return child;
    });
    await Promise.all(children.map((child) => child.start()));
  }

  readonly #changed = (): void => {
    const processes = [...this.#members].map(([name, { pid }]) => ({ name, pid }));
    writeRoll(this.#dataDir, processes);
  };
}

/** Start a house and resolve when every member serves. */
export async function startHouse(options: HouseOptions): Promise<House> {
  const house = new House(options);
  await house.start();
  return house;
}
