import {
  acting,
  after,
  answer,
  answerAll,
  check,
  classify,
  draft,
  handOver,
  issue,
  post,
  sign,
  signByDeputy,
} from '../beats.ts';
import type { ApplicationStory, Beat, Place } from '../story.ts';

export const clean = answerAll;
export const VERIFIED = [classify, clean];
export const DECIDED = [...VERIFIED, draft, check, sign];
export const ISSUED = [...DECIDED, issue];
export const MAILED = [...ISSUED, post];
export const COLLECTED = [...ISSUED, handOver];
export const BY_DEPUTY = [...VERIFIED, draft, check, signByDeputy, issue, post];

export const found = answer('POLICE', 'RECORD_FOUND');
export const confirmed = answer('COURT', 'RECORD_FOUND');
export const ON_RECORD = [classify, found, confirmed, draft, check, sign, issue];
export const NEEDED =
  'Đề nghị gửi ảnh CMND 9 số cũ và nơi thường trú trước năm 2008: có người trùng họ tên, ngày sinh.';
export const needsMore = answer('POLICE', 'NEEDS_IDENTIFICATION', { needed: NEEDED });
export const FROM_PROVINCE = { changes: { channel: 'PROVINCIAL_MCDT' } } as const;
export const FROM_PORTAL = { changes: { channel: 'NATIONAL_PORTAL' } } as const;
export const TYPED_WRONG = 'Sai năm sinh trên phiếu so với căn cước công dân; thu hồi để cấp lại.';

export function recall(): Beat {
  return acting('recall', 'giamdoc', 4, { paper: { reason: TYPED_WRONG } });
}

/** The same people in a hurry: an hour each. */
export function after1(...beats: readonly Beat[]): Beat[] {
  return beats.map((beat) => after(1, beat));
}

export function story(
  place: Place,
  day: number,
  time: string,
  beats: readonly Beat[],
  more: Partial<ApplicationStory> = {},
): ApplicationStory {
  return { kind: 'APPLICATION', place, day, time, beats, ...more };
}
