import type * as z from 'zod';
import type { CaseDetail } from '../domain/case.ts';
import type { CataloguePage } from '../domain/offence/release.ts';
import type { Beat, Scene } from './story.ts';

/** The department gives the offence of its record the code of the catalogue, which the Centre is told. */
export const normalise: Beat = {
  name: 'normalise',
  hours: 5,
  play: async (scene) => {
    const officer = await scene.as('hoso');
    const { recordNumber } = await officer.get<CaseDetail>(`/cases/${scene.caseId}`);
    const path = `/records/${recordNumber}/judgments/1/offence`;
    const notice = await officer.send<{ id: string }>('POST', path, { code: await codeOf(scene) });
    scene.notice = notice.id;
  },
};

async function codeOf({ as, record, caseId }: Scene): Promise<string> {
  if (record === null) throw new Error(`${caseId} is no record`);
  const { offence, date } = record.judgment;
  const query = new URLSearchParams({ q: offence, validOn: date });
  const officer = await as('hoso');
  const path = `/catalogue/offences?${query.toString()}`;
  const { offences } = await officer.get<z.infer<typeof CataloguePage>>(path);
  const found = offences.find(({ name }) => name === offence);
  if (found === undefined) throw new Error(`the catalogue has no ${offence} on ${date}`);
  return found.code;
}

/** The Centre takes over what the department told about the record. */
export const applyNotice: Beat = {
  name: 'applyNotice',
  hours: 4,
  play: async ({ as, notice }) =>
    (await as('kiemtra.tt')).send('POST', `/record-notices/${notice}/application`),
};
