import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  type CertificateEntry,
  type CertificateFacts,
  type CertificateWording,
  contradiction,
  longDate,
  stateCertificate,
} from '../../domain/certificateWording.ts';
import { CONCLUSIONS } from '../../domain/flow/applicationState.ts';

const shipped = JSON.parse(
  readFileSync(new URL('../../data/rule-sets/B.json', import.meta.url), 'utf8'),
) as { wording: CertificateWording };
const { wording } = shipped;

const OLD: CertificateEntry = {
  judgmentDate: '2009-01-05',
  judgmentNumber: '12/2009/HSST',
  court: 'Tòa án nhân dân huyện Thuận Thành',
  offence: 'Đánh bạc',
  provision: 'khoản 1 Điều 248 Bộ luật Hình sự năm 1999',
  principalPenalty: 'Phạt tiền 5.000.000 đồng',
  additionalPenalty: null,
  civilObligations: '   ',
  courtFees: null,
  executionStatus: 'Đã thi hành xong',
  expungement: { state: 'EXPUNGED', on: '2011-02-09' },
};
const NEW: CertificateEntry = {
  ...OLD,
  judgmentDate: '2015-04-06',
  judgmentNumber: '45/2015/HSST',
  offence: 'Trộm cắp tài sản',
  expungement: { state: 'NOT_EXPUNGED' },
};

function facts(changes: Partial<CertificateFacts> = {}): CertificateFacts {
  return {
    certificateType: 'NO_1',
    conclusion: 'NO_RECORD',
    entries: [],
    businessBan: { requested: false, bans: [] },
    ...changes,
  };
}

function state(changes: Partial<CertificateFacts>) {
  return stateCertificate(facts(changes), wording);
}

describe('the conviction status has the prescribed words (TT 13/2011 Art. 14)', () => {
  test.each([
    ['NO_1', 'NO_RECORD', [], 'Không có án tích'],
    ['NO_2', 'NO_RECORD', [], 'Không có án tích'],
    ['NO_1', 'FOREIGNER_CLEAN', [], 'Không có án tích trong thời gian cư trú tại Việt Nam'],
    ['NO_2', 'FOREIGNER_CLEAN', [], 'Không có án tích trong thời gian cư trú tại Việt Nam'],
    ['NO_1', 'EXPUNGED', [OLD], 'Không có án tích'],
    ['NO_1', 'EXPUNGED', [], 'Không có án tích'],
    ['NO_1', 'HAS_RECORD', [NEW], 'Có án tích'],
    ['NO_2', 'EXPUNGED', [OLD], null],
    ['NO_2', 'HAS_RECORD', [NEW], null],
  ] as const)('%s %s', (certificateType, conclusion, entries, text) => {
    expect(state({ certificateType, conclusion, entries }).convictionStatus).toBe(text);
  });
});

test('No. 1 says nothing of an expunged judgment', () => {
  expect(state({ conclusion: 'EXPUNGED', entries: [OLD] }).entries).toEqual([]);
  const mixed = state({ conclusion: 'HAS_RECORD', entries: [NEW, OLD] });
  expect(JSON.stringify(mixed)).not.toContain('Đánh bạc');
  expect(mixed.entries).toHaveLength(1);
});

test('No. 1 states judgment, offence and penalties only', () => {
  const [entry] = state({ conclusion: 'HAS_RECORD', entries: [NEW] }).entries;
  expect(entry).toEqual([
    { name: 'judgmentDate', text: 'ngày 06 tháng 4 năm 2015' },
    { name: 'judgmentNumber', text: '45/2015/HSST' },
    { name: 'court', text: 'Tòa án nhân dân huyện Thuận Thành' },
    { name: 'offence', text: 'Trộm cắp tài sản' },
    { name: 'principalPenalty', text: 'Phạt tiền 5.000.000 đồng' },
    { name: 'additionalPenalty', text: '//' },
  ]);
});

test('No. 2 lists all judgments in chronological order, each with its expungement', () => {
  const entries = [NEW, { ...NEW, judgmentNumber: '44/2015/HSST' }, OLD];
  const stated = state({ certificateType: 'NO_2', conclusion: 'HAS_RECORD', entries });
  const column = (name: string) =>
    stated.entries.map((items) => items.find((item) => item.name === name)?.text);
  expect(column('judgmentNumber')).toEqual(['12/2009/HSST', '44/2015/HSST', '45/2015/HSST']);
  expect(column('expungement')).toEqual([
    'Đã được xóa án tích ngày 09 tháng 02 năm 2011',
    'Chưa được xóa án tích',
    'Chưa được xóa án tích',
  ]);
  expect(entries[0]).toBe(NEW);
});

test('an empty sub-item of No. 2 prints two strokes', () => {
  const entry = { ...OLD, expungement: { state: 'NOT_DETERMINED' } as const };
  const [items] = state({
    certificateType: 'NO_2',
    conclusion: 'EXPUNGED',
    entries: [entry],
  }).entries;
  const empty = items?.filter(({ text }) => text === '//').map(({ name }) => name);
  expect(empty).toEqual(['additionalPenalty', 'civilObligations', 'courtFees', 'expungement']);
});

describe('the business ban', () => {
  const none = 'Không bị cấm đảm nhiệm chức vụ, thành lập, quản lý doanh nghiệp, hợp tác xã';
  const ban = { office: 'Giám đốc doanh nghiệp', term: '03 năm kể từ ngày 06 tháng 4 năm 2022' };

  test.each([
    ['NO_1', false, null],
    ['NO_1', true, { text: none, bans: [] }],
    ['NO_2', false, { text: none, bans: [] }],
  ] as const)('%s, asked %s', (certificateType, requested, stated) => {
    const businessBan = { requested, bans: [] };
    expect(state({ certificateType, businessBan }).businessBan).toEqual(stated);
  });

  test('states office and term, and stays off a No. 1 nobody asked it for', () => {
    const bans = [ban, { ...ban, office: 'Giám đốc hợp tác xã' }];
    expect(state({ businessBan: { requested: true, bans } }).businessBan).toEqual({
      text: null,
      bans,
    });
    expect(state({ businessBan: { requested: false, bans } }).businessBan).toBeNull();
  });
});

describe('a contradiction', () => {
  test.each([
    [{ conclusion: 'NO_RECORD', entries: [OLD] }],
    [{ conclusion: 'FOREIGNER_CLEAN', entries: [OLD] }],
    [{ conclusion: 'EXPUNGED', entries: [OLD, NEW] }],
    [{ conclusion: 'EXPUNGED', certificateType: 'NO_2' }],
    [{ conclusion: 'HAS_RECORD' }],
    [{ conclusion: 'HAS_RECORD', entries: [OLD] }],
  ] as const)('is never stated: %j', (changes) => {
    expect(contradiction(facts(changes))).not.toBeNull();
    expect(() => state(changes)).toThrow('contradicts itself');
  });

  test('is not seen where there is none', () => {
    const entries = { NO_RECORD: [], FOREIGNER_CLEAN: [], EXPUNGED: [OLD], HAS_RECORD: [NEW, OLD] };
    const found = CONCLUSIONS.map((conclusion) =>
      contradiction(facts({ conclusion, entries: entries[conclusion] })),
    );
    expect(found).toEqual([null, null, null, null]);
  });
});

test('a wording without room for the date is refused, not printed', () => {
  const { conclusions } = wording;
  const EXPUNGED = { ...conclusions.EXPUNGED, NO_2: { text: 'Đã xóa', judgments: 'ALL' as const } };
  const broken = { ...wording, conclusions: { ...conclusions, EXPUNGED } };
  const asked = facts({ certificateType: 'NO_2', conclusion: 'EXPUNGED', entries: [OLD] });
  expect(() => stateCertificate(asked, broken)).toThrow('no blank');
});

test.each([
  ['2015-04-06', 'ngày 06 tháng 4 năm 2015'],
  ['2024-01-31', 'ngày 31 tháng 01 năm 2024'],
  ['2024-02-01', 'ngày 01 tháng 02 năm 2024'],
  ['2023-12-10', 'ngày 10 tháng 12 năm 2023'],
  ['2023-10-09', 'ngày 09 tháng 10 năm 2023'],
])('long date of %s', (date, text) => {
  expect(longDate(date)).toBe(text);
});
