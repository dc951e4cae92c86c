import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { OPENING } from '../../demo/history.ts';
import { SUPPLIED } from '../../demo/supplied.ts';
import { CENTRE_UNIT } from '../../domain/flow/flow.ts';
import { SupplyMessage } from '../../domain/supply/information.ts';
import { ruleFor, SupplySources } from '../../domain/supply/sources.ts';

const FILE = new URL('../../data/supply/sources.json', import.meta.url);
const sources = SupplySources.parse(JSON.parse(readFileSync(FILE, 'utf8')));

test.each(SUPPLIED.map((one) => [one.unit, one.said.information.kind, one] as const))(
  '%s sends %s as the contract says, before the opening, to whom the law names',
  (_unit, kind, { at, unit, said }) => {
    const message = { messageId: 'x', sequence: 1, fromUnit: unit, ...said };
    expect(SupplyMessage.safeParse(message).success).toBe(true);
    expect(at).toBeLessThan(OPENING);
    const rule = ruleFor(sources, said.information.supplier.kind, kind);
    expect(rule?.to).toBe(said.toUnit === CENTRE_UNIT ? 'CENTRE' : 'STP');
  },
);
