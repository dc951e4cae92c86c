import { rowOf, type SupplyRow } from '../../db/intake/supplies.ts';
import { foldName } from '../../domain/foldName.ts';
import { dateOf } from '../../domain/instant.ts';
import { suppliesAs } from '../../domain/supply/kinds.ts';
import type { SuppliedInformation, SupplyMessage } from '../../domain/supply/information.ts';
import { type ApiDeps, nowIso, nowMs } from '../deps.ts';
import { namedId } from '../namedId.ts';
import { Refused } from '../refused.ts';
import { supplyProblems } from './checks.ts';
import { checkingFor } from './receive.ts';

/**
 * What a signed message enters into the reception book of the unit it is for, always under the same id.
 * Refuses a unit that does not supply as such a supplier, a department of another province, and what
 * {@link supplyProblems} says of the information.
 */
export async function suppliedBy(
  deps: ApiDeps,
  { fromUnit, toUnit, messageId, information }: SupplyMessage,
): Promise<SupplyRow & { messageId: string }> {
  const checking = await checkingFor(deps, { unit: toUnit });
  const [sender, receiver] = await Promise.all([
    deps.places.unit(fromUnit),
    deps.places.unit(toUnit),
  ]);
  if (sender === null || !suppliesAs(sender.kind, information.supplier.kind)) {
    throw new Refused('SUPPLIER_NOT_OF_UNIT');
  }
  if (receiver?.kind === 'STP' && sender.provinceCode !== receiver.provinceCode) {
    throw new Refused('SUPPLY_OF_OTHER_PROVINCE');
  }
  const today = dateOf(nowMs(deps));
  const supplier = { ...information.supplier, unit: fromUnit };
  const supply: SuppliedInformation = { ...information, supplier, arrivedOn: today };
  const problems = supplyProblems(supply, checking);
  if (problems.length > 0) {
    const fields = problems.map(({ path, code }) => ({ path: `information.${path}`, code }));
    throw new Refused('INVALID_INPUT', fields);
  }
  const entering = {
    unit: toUnit,
    year: Number(today.slice(0, 4)),
    channel: 'SIGNED' as const,
    receivedBy: null,
    receivedAt: nowIso(deps),
  };
  const id = namedId(`${fromUnit} ${messageId}`);
  // Typed and in files suppliers go by their names: the same paper by another way has the same key.
  const supplierKey = foldName(supplier.name);
  return { ...rowOf(id, supply, entering), supplierKey, messageId };
}
