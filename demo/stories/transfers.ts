import { acting, after, on } from '../beats.ts';
import { applyNotice, normalise } from '../recordBeats.ts';
import type { Place, TransferStory } from '../story.ts';

const send = acting('send', 'hoso', 5);
const receive = acting('receive', 'tiepnhan.tt', 6);
const checkRecord = acting('checkRecord', 'tiepnhan.tt', 4);
const review = acting('review', 'kiemtra.tt', 6);
const updateOfficially = acting('updateOfficially', 'duyet.tt', 5);

function giveBack(by: 'tiepnhan.tt' | 'kiemtra.tt', reason: string) {
  return acting('returnRecord', by, 5, { paper: { reason } });
}

const RECEIVED = [send, receive];
const CHECKED = [...RECEIVED, checkRecord];
const REVIEWED = [...CHECKED, review];
const UPDATED = [...REVIEWED, updateOfficially];
const NORMALISED = [...UPDATED, normalise, applyNotice];
const WRONG_ID =
  'Số định danh không khớp Cơ sở dữ liệu quốc gia về dân cư; đề nghị đối chiếu bản án gốc.';
const NO_PENALTY = 'Thiếu hình phạt bổ sung đã tuyên tại phần quyết định của bản án.';

/** Judicial records on their way to the National Centre, one at least in every step. */
export const TRANSFERS: readonly TransferStory[] = [
  // The Centre has not followed yet what these two departments told it.
  story('hn', 6, '09:10', [...UPDATED, on(21, '10:05', normalise)]),
  story('hcm', 8, '14:20', NORMALISED),
  story('na', 11, '10:05', [...UPDATED, on(21, '10:25', normalise)]),
  story('hn', 13, '08:35', [
    ...RECEIVED,
    giveBack('tiepnhan.tt', WRONG_ID),
    after(9, send),
    receive,
    checkRecord,
    review,
    updateOfficially,
  ]),
  story('hn', 18, '09:40', REVIEWED),
  story('hcm', 18, '15:10', REVIEWED),
  story('hcm', 19, '10:30', CHECKED),
  story('na', 20, '08:10', CHECKED),
  story('na', 20, '14:45', RECEIVED),
  story('hn', 21, '08:50', RECEIVED),
  story('hcm', 21, '13:40', [send]),
  story('hn', 22, '09:25', [send]),
  story('na', 17, '09:00', [...RECEIVED, giveBack('tiepnhan.tt', WRONG_ID)]),
  story('hn', 16, '13:30', [...CHECKED, giveBack('kiemtra.tt', NO_PENALTY)]),
  story('hn', 22, '14:15', []),
  story('hcm', 22, '15:30', []),
  // Nobody sent this one: its five working days end on the opening day.
  story('na', 17, '15:20', []),
  // And this one is late.
  story('hn', 14, '10:00', []),
  story('hcm', 9, '09:15', [
    acting('abandon', 'hoso', 6, {
      paper: { reason: 'Bản án bị hủy theo quyết định giám đốc thẩm; không lập lý lịch tư pháp.' },
    }),
  ]),
];

/** Judgments of years ago, sent in late: nothing tells that the sentences were served. */
export const OLD_RECORDS: readonly TransferStory[] = [
  story('hn', 7, '10:30', [send], { isOld: true }),
  story('hn', 8, '09:20', [send], { isOld: true }),
  story('hn', 10, '14:50', [send], { isOld: true }),
  story('hn', 11, '08:55', [send], { isOld: true }),
];

function story(
  place: Place,
  day: number,
  time: string,
  beats: TransferStory['beats'],
  more: Partial<TransferStory> = {},
): TransferStory {
  return { kind: 'TRANSFER', place, day, time, beats, ...more };
}
