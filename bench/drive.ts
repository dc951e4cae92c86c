/** Runs one request and notes how long it took under a kind, such as `start` or `act`. */
export type Timed = <T>(kind: 'start' | 'act', work: () => Promise<T>) => Promise<T>;

export interface Driven {
  cases: number;
  /** From the first start to the end of the last case. */
  seconds: number;
  startMs: number[];
  actMs: number[];
}

/**
 * Let `clients` scripted crews take case after case through its life until the time is over; a case
 * that was begun is ended. Throws the first failure.
 */
export async function drive(
  clients: number,
  seconds: number,
  life: (timed: Timed, client: number) => Promise<void>,
): Promise<Driven> {
  const driven: Driven = { cases: 0, seconds: 0, startMs: [], actMs: [] };
  const timed: Timed = async (kind, work) => {
    const from = performance.now();
    const result = await work();
    (kind === 'start' ? driven.startMs : driven.actMs).push(performance.now() - from);
    return result;
  };
  const from = performance.now();
  const until = from + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < until) {
        await life(timed, client);
        driven.cases += 1;
      }
    }),
  );
  driven.seconds = (performance.now() - from) / 1000;
  return driven;
}
