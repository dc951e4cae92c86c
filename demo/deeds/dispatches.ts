import type { Deed } from './deed.ts';

interface Waiting {
  items: { caseId: string }[];
}

/** What was sent so far goes to the Centre under a cover letter; what is sent later waits for the next. */
export const DISPATCHES: readonly Deed[] = [
  letter('hoso.hn', '16:05'),
  letter('hoso.na', '16:10'),
  letter('hoso.hcm', '16:15'),
];

function letter(officer: string, time: string): Deed {
  return {
    name: `cover letter of ${officer}`,
    day: 19,
    time,
    play: async (as) => {
      const user = await as(officer);
      const { items } = await user.get<Waiting>('/exchange/dispatches/waiting');
      const caseIds = items.map(({ caseId }) => caseId);
      await user.send('POST', '/exchange/dispatches', { caseIds });
    },
  };
}
