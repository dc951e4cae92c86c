import { afterAll, beforeAll } from '@jest/globals';
import { begunAnswers } from './begunAnswers.ts';
import { businessBans } from './businessBans.ts';
import { dataQuality } from './dataQuality.ts';
import { deadLetters } from './deadLetters.ts';
import { everyPage } from './everyPage.ts';
import { foundJudgments } from './foundJudgments.ts';
import { liaisonDesk } from './liaisonDesk.ts';
import { missingPapers } from './missingPapers.ts';
import { expungement } from './expungement.ts';
import { atRecordDesk } from './atRecordDesk.ts';
import { recordFound } from './recordFound.ts';
import { manyAtOnce } from './manyAtOnce.ts';
import { reconciliation } from './reconciliation.ts';
import { recordTransfer } from './recordTransfer.ts';
import { openStage, type Stage } from './stage.ts';
import { states } from './states.ts';
import { structuredRecord } from './structuredRecord.ts';
import { twoPeople } from './twoPeople.ts';
import { readings } from './readings.ts';
import { typedForms } from './typedForms.ts';
import { wholeCase } from './wholeCase.ts';

/** The system as its people meet it: all processes, the built pages, a real browser. One house for all. */
let opened: Stage;
const stage = (): Stage => opened;

beforeAll(async () => {
  opened = await openStage();
}, 120_000);
afterAll(() => opened?.close(), 60_000);

wholeCase(stage);
missingPapers(stage);
recordFound(stage);
foundJudgments(stage);
structuredRecord(stage);
expungement(stage);
businessBans(stage);
recordTransfer(stage);
atRecordDesk(stage);
reconciliation(stage);
twoPeople(stage);
manyAtOnce(stage);
typedForms(stage);
liaisonDesk(stage);
begunAnswers(stage);
readings(stage);
deadLetters(stage);
everyPage(stage);
dataQuality(stage);
states(stage);
