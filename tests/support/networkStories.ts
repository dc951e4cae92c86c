import type { ApplicationSubmission } from '../../domain/application.ts';
import type { Office } from './office.ts';
import { reply } from './replies.ts';
import {
  answer,
  ANSWER,
  anApplication,
  askedCase,
  CLEAN_DRAFT,
  decide,
  deliver,
  HANOI,
  handIn,
  issuedCase,
  RECORD_FOUND,
} from './scenes.ts';

/** Lives a case to its end and gives its number. */
export type Story = (office: Office) => Promise<string>;

/** Somebody whose police, Centre and military court are all asked. */
function soldierOfTwoProvinces(): Partial<ApplicationSubmission> {
  const { subject } = anApplication();
  const [home] = subject.residenceHistory;
  const earlier = { ...home, provinceCode: '40', from: '1998-01', to: '2004-04' };
  const residenceHistory = [earlier, home] as typeof subject.residenceHistory;
  return { subject: { ...subject, hasMilitaryService: true, residenceHistory } };
}

/** Paths around questions to several agencies. */
export const NETWORK_STORIES: Record<string, Story> = {
  'application.severalUnits': async (office) => {
    const { caseId, policeRequest } = await askedCase(office, soldierOfTwoProvinces());
    const others = [`${caseId}/POLICE-2`, `${caseId}/CENTRE-1`, `${caseId}/MILITARY_COURT-1`];
    for (const requestId of [policeRequest, ...others]) await reply(office, requestId);
    await decide(office, caseId);
    return deliver(office, caseId);
  },
  'application.waived': async (office) => {
    const { caseId, policeRequest } = await askedCase(office);
    const officer = await office.as(HANOI.officer);
    const director = await office.as(HANOI.director);
    const codes = { requestId: policeRequest };
    const paper = { reason: 'Công an quá hạn' };
    await officer.act(caseId, 'proposeWaiver', { codes, paper });
    await director.act(caseId, 'declineWaiver', { codes, paper });
    await officer.act(caseId, 'proposeWaiver', { codes, paper });
    await director.act(caseId, 'signWaiver', { codes });
    await officer.act(caseId, 'draft', CLEAN_DRAFT);
    await answer(office, policeRequest);
    await decide(office, caseId);
    return deliver(office, caseId);
  },
  'application.conflictSettled': async (office) => {
    const { caseId, policeRequest: found } = await askedCase(office);
    const officer = await office.as(HANOI.officer);
    await answer(office, found, RECORD_FOUND);
    const clean = `${caseId}/COURT-1`;
    await answer(office, clean);
    const asked = { kind: 'PROCURACY', unit: 'VKSND-01', why: 'JUDGMENT_SEARCH' };
    await officer.act(caseId, 'askUnit', { codes: asked, paper: { note: 'Tìm bản án' } });
    await reply(office, `${caseId}/PROCURACY-1`);
    const codes = { found, clean, stands: 'CLEAN', settlement: 'OTHER_PERSON' };
    await officer.act(caseId, 'settleConflict', { codes, paper: { reason: 'Khác tên mẹ' } });
    await decide(office, caseId);
    return deliver(office, caseId);
  },
  'application.askedAgain': async (office) => {
    const { caseId, policeRequest: requestId } = await askedCase(office);
    const officer = await office.as(HANOI.officer);
    const back = { ...ANSWER, outcome: 'NEEDS_IDENTIFICATION', needed: 'Tên mẹ' };
    await answer(office, requestId, back);
    const paper = { identification: 'Mẹ: Lê Thị Mẫu' };
    await officer.act(caseId, 'identify', { codes: { requestId }, paper });
    await answer(office, requestId, { ...ANSWER, outcome: 'UNCLEAR', reason: 'Trùng tên' });
    await answer(office, `${caseId}/COURT-1`);
    const note = { note: 'Có CMND cũ' };
    await officer.act(caseId, 'askAgain', { codes: { requestId }, paper: note });
    await answer(office, requestId);
    await decide(office, caseId);
    return deliver(office, caseId);
  },
  'application.reclassified': async (office) => {
    const { caseId, policeRequest } = await askedCase(office);
    const officer = await office.as(HANOI.officer);
    await answer(office, policeRequest);
    const codes = { grounds: ['TIME_ABROAD'] };
    await officer.act(caseId, 'reclassify', { codes, paper: { reason: 'Từng ở nước ngoài' } });
    await answer(office, `${caseId}/CENTRE-1`);
    await decide(office, caseId);
    return deliver(office, caseId);
  },
  'application.contested': async (office) => {
    const { caseId, policeRequest } = await askedCase(office);
    const officer = await office.as(HANOI.officer);
    const court = `${caseId}/COURT-1`;
    for (const requestId of [policeRequest, court]) await answer(office, requestId, RECORD_FOUND);
    const note = { note: 'Đề nghị đính chính: không phải người này' };
    for (const requestId of [policeRequest, court]) {
      await officer.act(caseId, 'askAgain', { codes: { requestId }, paper: note });
      await answer(office, requestId);
    }
    await decide(office, caseId);
    return deliver(office, caseId);
  },
  'application.verifiedBefore': async (office) => {
    const { subject } = anApplication();
    const person = { subject: { ...subject, personalId: '001090012345', birthDate: '1990-02-03' } };
    const first = await issuedCase(office, person);
    const again = await askedCase(office, person);
    const officer = await office.as(HANOI.officer);
    const answerId = (await officer.case(again.caseId)).earlierAnswers[0]?.answerId;
    const codes = { requestId: again.policeRequest, answerId };
    await officer.act(again.caseId, 'reuseAnswer', { codes });
    await decide(office, again.caseId);
    await deliver(office, first.caseId);
    await deliver(office, again.caseId);
    const { caseId } = await handIn(office, person);
    const short = { regime: 'SIMPLE', grounds: [], shortcut: true };
    await officer.act(caseId, 'classify', { codes: short });
    await decide(office, caseId);
    return deliver(office, caseId);
  },
};
