import type { CommonQueryMethods } from 'slonik';
import type { PaperArrival } from '../../domain/exchange/arrival.ts';
import { NO_ROWS, sql } from '../sql.ts';

/** Keep a paper that came, with what was typed from it; a repeat changes nothing. */
export async function keepArrival(
  db: CommonQueryMethods,
  id: string,
  arrival: PaperArrival,
  { by, at }: { by: string; at: string },
): Promise<void> {
  const { kind, recordNumber, postalNumber } = arrival;
  const transfer = kind === 'SLIP' ? arrival.transferNumber : null;
  const body = JSON.stringify(kind === 'SLIP' ? arrival.slip : arrival.record);
  await db.query(sql.type(NO_ROWS)`
    INSERT INTO paper_arrivals (id, kind, record_number, transfer_number, postal_number, body,
      registered_by, arrived_at)
    VALUES (${id}, ${kind}, ${recordNumber}, ${transfer}, ${postalNumber}, ${body}::jsonb, ${by}, ${at})
    ON CONFLICT (id) DO NOTHING
  `);
}
