import { paperFor, slipPaperFor } from '../../bench/trial/papers.ts';
import { trialOffice, trialRecord, trialSlip } from './exchange.ts';
import type { Story } from './networkStories.ts';

/** Paths of transfers under the dual channel; they begin in the trial of 2015. */
export const EXCHANGE_STORIES: Record<string, Story> = {
  'transfer.dualChannel': async (office) => {
    const { province, receiver, takeOver } = await trialOffice(office);
    const { caseId, recordNumber } = await province.must('POST', '/transfers', {
      record: trialRecord(1),
    });
    const paper = { ...trialRecord(1), note: 'Bản giấy ghi thêm' };
    await receiver.must('POST', '/exchange/papers', paperFor(recordNumber, paper));
    await province.act(caseId, 'send');
    await province.act(caseId, 'postPaper', { paper: { postalNumber: 'RA123456789VN' } });
    await receiver.act(caseId, 'receive');
    await receiver.act(caseId, 'askSupplier', { paper: { note: 'Ghi chú khác nhau' } });
    await province.act(caseId, 'answerDifference', {
      codes: { rightCopy: 'PAPER' },
      paper: { reason: 'Bản giấy đúng' },
    });
    await takeOver(caseId);
    return caseId;
  },
  'transfer.slip': async (office) => {
    const { province, receiver, takeOver } = await trialOffice(office);
    const { caseId, recordNumber } = await province.must('POST', '/transfers', {
      record: trialRecord(2),
    });
    await province.act(caseId, 'send');
    await receiver.act(caseId, 'receive');
    await receiver.must('POST', '/exchange/papers', paperFor(recordNumber, trialRecord(2)));
    await takeOver(caseId);
    const slip = await province.must('POST', '/slips', { recordNumber, slip: trialSlip(1) });
    await province.act(slip.caseId, 'send');
    await receiver.act(slip.caseId, 'receive');
    await receiver.act(slip.caseId, 'returnRecord', { paper: { reason: 'Sai số văn bản' } });
    await province.act(slip.caseId, 'correctSlip', { paper: trialSlip(2) });
    await province.act(slip.caseId, 'send');
    await receiver.act(slip.caseId, 'receive');
    const paper = slipPaperFor(recordNumber, slip.caseId, trialSlip(2));
    await receiver.must('POST', '/exchange/papers', paper);
    await takeOver(slip.caseId);
    return slip.caseId;
  },
};
