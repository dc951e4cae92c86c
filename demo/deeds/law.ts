import type { LawChange, LawDraft } from '../../domain/law/draft.ts';
import { CALENDAR_VERSION } from '../../db/reference.ts';
import type { Deed } from './deed.ts';

const SOURCE = 'Thông báo hoán đổi ngày làm việc (tình huống giả định)';

/** A Friday off that a Saturday makes up for: announced, not yet in the calendar. */
const SWAP: LawChange = {
  of: 'CALENDAR',
  base: CALENDAR_VERSION,
  days: [
    {
      date: '2023-09-22',
      kind: 'swap_off',
      nameVi: 'Nghỉ hoán đổi',
      nameEn: 'Swapped day off',
      confirmed: true,
      source: SOURCE,
    },
    {
      date: '2023-09-30',
      kind: 'makeup_working',
      nameVi: 'Làm bù',
      nameEn: 'Make-up day',
      confirmed: true,
      source: SOURCE,
    },
  ],
};

const SHORTER: LawChange = {
  of: 'TERM',
  ruleSetId: 'B',
  term: 'totalSimple',
  amount: 7,
  unit: 'workingDay',
  citation: 'Phương án giả định để thử nghiệm',
};

/** A changed calendar is drafted and rehearsed, so that it can be approved; supervisors try changes on what was. */
export const LAW_DEEDS: readonly Deed[] = [
  {
    name: 'draft of a swapped day',
    day: 22,
    time: '15:10',
    play: async (as) => {
      const administrator = await as('quantri');
      const form = { title: 'Hoán đổi ngày làm việc 22/9 sang 30/9', change: SWAP };
      const { id } = await administrator.send<LawDraft>('POST', '/drafts', form);
      await administrator.send('POST', `/drafts/${id}/rehearsal`);
    },
  },
  trial('giamsat.hn', '15:25', 'Nếu nghỉ hoán đổi ngày 22/9', SWAP),
  trial('giamsat.tt', '15:40', 'Nếu hồ sơ đơn giản có 7 ngày làm việc', SHORTER),
];

function trial(supervisor: string, time: string, title: string, change: LawChange): Deed {
  return {
    name: `what-if of ${supervisor}`,
    day: 22,
    time,
    play: async (as) => {
      const form = { title, change, from: '2023-08-14', to: '2023-09-15' };
      await (await as(supervisor)).send('POST', '/what-if', form);
    },
  };
}
