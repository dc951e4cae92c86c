import type { OutagePreview } from '../../domain/outage.ts';
import type { Deed } from './deed.ts';

/** The administrator notes a power cut of the day before, after seeing what it takes from whom. */
export const OUTAGES: readonly Deed[] = [
  {
    name: 'power cut',
    day: 13,
    time: '08:10',
    play: async (as) => {
      const administrator = await as('quantri');
      const cut = { from: '2023-08-30T06:40:00.000Z', to: '2023-08-30T07:25:00.000Z' };
      const query = new URLSearchParams(cut).toString();
      const { token } = await administrator.get<OutagePreview>(`/outages/preview?${query}`);
      const said = {
        what: 'OTHER',
        reason: 'Mất điện lưới tại phòng máy chủ, máy phát chưa chạy.',
      };
      await administrator.send('POST', '/outages', { ...cut, ...said, token });
    },
  },
];
