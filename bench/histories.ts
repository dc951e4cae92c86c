import type { BenchHouse } from './benchHouse.ts';
import { type Figure, figure } from './figures.ts';
import { type Channel, type Crew, wholeLife } from './wholeLife.ts';

/** History events of one ordinary case of each channel, from start to delivered. */
export async function historyFigures(house: BenchHouse, crew: Crew): Promise<Figure[]> {
  const counter = await eventsOf(house, crew, 'COUNTER');
  const mcdt = await eventsOf(house, crew, 'PROVINCIAL_MCDT');
  return [
    figure('events_per_case', counter.events, 'events'),
    figure('history_bytes_per_case', counter.bytes, 'bytes'),
    figure('events_per_mcdt_case', mcdt.events, 'events'),
  ];
}

async function eventsOf(
  { engine: { client } }: BenchHouse,
  crew: Crew,
  channel: Channel,
): Promise<{ events: number; bytes: number }> {
  const caseId = await wholeLife(crew, { channel, seed: `history ${channel}` }, (_kind, work) =>
    work(),
  );
  const handle = client.workflow.getHandle(caseId);
  // The run may still be completing after the last act was answered.
  await handle.result();
  const { historyLength, historySize } = await handle.describe();
  return { events: historyLength, bytes: historySize ?? 0 };
}
