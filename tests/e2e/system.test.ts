import { afterAll, beforeAll, describe } from '@jest/globals';
import { openStage, type Stage } from './stage.ts';
import { wholeCase } from './wholeCase.ts';

/** The system as its people meet it: all processes, the built pages, a real browser. One house for all. */
let opened: Stage;
const stage = (): Stage => opened;

beforeAll(async () => {
  opened = await openStage();
}, 120_000);
afterAll(() => opened?.close(), 60_000);

describe('the whole case', () => wholeCase(stage));
