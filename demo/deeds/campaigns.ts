import type * as z from 'zod';
import type {
  CampaignBody,
  CampaignPage,
  SharePage,
  ShareAnswer,
} from '../../domain/quality/campaign.ts';
import type { Deed, People } from './deed.ts';

const OLD_JUDGMENTS: CampaignBody = {
  name: 'Bổ sung chấp hành xong của án từ năm 2010',
  rules: ['NO_COMPLETION'],
  judgedFrom: '2010-01-01',
  judgedTo: '2018-12-31',
  startsOn: '2023-09-12',
  endsOn: '2023-10-31',
  units: [
    { source: 'POLICE', unit: 'PV06-01' },
    { source: 'COMMUNE', unit: 'UBND-01' },
  ],
};

const OFFENCES: CampaignBody = {
  name: 'Chuẩn hóa tội danh quý III',
  rules: ['UNNORMALISED_OFFENCE'],
  judgedFrom: null,
  judgedTo: null,
  startsOn: '2023-09-25',
  endsOn: '2023-10-13',
  units: [],
};

const SERVED: ShareAnswer = {
  has: true,
  number: '412/GCN',
  date: '2018-04-27',
  issuer: 'Trại giam Ngọc Lý',
  content: 'Đã chấp hành xong hình phạt tù, được trả tự do.',
  scan: null,
};

/** Hà Nội asks police and commune about old judgments, and one is answered; the others prepare theirs. */
export const CAMPAIGNS: readonly Deed[] = [
  {
    name: 'campaign of old judgments',
    day: 19,
    time: '08:40',
    play: async (as) => {
      const officer = await as('hoso.hn');
      const { campaign } = await officer.send<CampaignPage>('POST', '/campaigns', OLD_JUDGMENTS);
      await officer.send('POST', `/campaigns/${campaign.id}/start`);
    },
  },
  { name: 'answer to a campaign', day: 21, time: '14:10', play: answerOne },
  prepared('hoso.na', '10:15'),
  prepared('hoso.hcm', '10:35'),
];

async function answerOne(as: People): Promise<void> {
  const liaison = await as('congan.hn');
  const { shares } = await liaison.get<{ shares: { id: string }[] }>('/campaign-shares');
  for (const { id } of shares) {
    const path = `/campaign-shares/${id}`;
    const { items } = await liaison.get<z.infer<typeof SharePage>>(path);
    const [first] = items;
    if (first === undefined) throw new Error(`the police are asked nothing by ${id}`);
    await liaison.send('POST', `${path}/items/${first.finding}/answer`, SERVED);
  }
}

function prepared(officer: string, time: string): Deed {
  return {
    name: `campaign of ${officer}`,
    day: 20,
    time,
    play: async (as) => (await as(officer)).send('POST', '/campaigns', OFFENCES),
  };
}
