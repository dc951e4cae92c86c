import { describe, expect, test } from '@jest/globals';
import { composeCertificate } from '../../print/certificateForm.ts';
import type { Sheet } from '../../print/sheet.ts';
import { certificate, entry } from './samples.ts';

function lines({ blocks }: Sheet): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'codes' || block.kind === 'days') return [];
    if (block.kind === 'title') return block.lines;
    if (block.kind === 'row') return block.cells;
    return [block.kind === 'field' ? `${block.label} ${block.text}` : block.text];
  });
}

test('a No. 1 prints the fields of Law 28/2009 Art. 42 in order', () => {
  expect(lines(composeCertificate(certificate({ legalBasis: [] })))).toEqual([
    'PHIẾU LÝ LỊCH TƯ PHÁP SỐ 1',
    'XÁC NHẬN:',
    '1. Họ và tên: NGUYỄN THỊ HƯỜNG',
    '2. Giới tính: Nữ',
    '3. Ngày, tháng, năm sinh: 09/02/1990',
    '4. Nơi sinh: Huyện Thuận Thành, tỉnh Bắc Ninh',
    '5. Quốc tịch: Việt Nam',
    '6. Nơi thường trú: Số 12 ngõ 34 phố Đội Cấn, quận Ba Đình, thành phố Hà Nội',
    '7. Nơi tạm trú: //',
    '8. Giấy tờ tùy thân: Căn cước công dân số 027190001234, cấp ngày 10/05/2021, nơi cấp: Cục Cảnh sát quản lý hành chính về trật tự xã hội',
    'TÌNH TRẠNG ÁN TÍCH',
    'Không có án tích',
  ]);
});

test('a No. 2 adds father, mother and spouse, a judgment in full, and always the business ban', () => {
  const expungement = { state: 'EXPUNGED', on: '2018-11-06' } as const;
  const entries = [entry({ expungement })];
  const sheet = composeCertificate(
    certificate({ certificateType: 'NO_2', conclusion: 'EXPUNGED', entries }),
  );
  expect(lines(sheet).slice(11)).toEqual([
    '8. Giấy tờ tùy thân: Căn cước công dân số 027190001234, cấp ngày 10/05/2021, nơi cấp: Cục Cảnh sát quản lý hành chính về trật tự xã hội',
    '9. Họ và tên cha: Nguyễn Văn Đức',
    '10. Họ và tên mẹ: Trần Thị Yến',
    '11. Họ và tên vợ/chồng: //',
    'I. TÌNH TRẠNG ÁN TÍCH',
    'Bản án',
    'Ngày tuyên án: ngày 06 tháng 4 năm 2015',
    'Bản án số: 45/2015/HSST',
    'Tòa án đã tuyên: Tòa án nhân dân quận Ba Đình, thành phố Hà Nội',
    'Tội danh: Trộm cắp tài sản',
    'Điều khoản áp dụng: khoản 1 Điều 138 Bộ luật Hình sự năm 1999',
    'Hình phạt chính: 09 tháng tù cho hưởng án treo, thời gian thử thách 18 tháng',
    'Hình phạt bổ sung: //',
    'Nghĩa vụ dân sự: //',
    'Án phí: 200.000 đồng',
    'Tình trạng thi hành án: Đã chấp hành xong hình phạt ngày 06/10/2016',
    'Xóa án tích: Đã được xóa án tích ngày 06 tháng 11 năm 2018',
    'II. THÔNG TIN VỀ CẤM ĐẢM NHIỆM CHỨC VỤ, THÀNH LẬP, QUẢN LÝ DOANH NGHIỆP, HỢP TÁC XÃ',
    'Không bị cấm đảm nhiệm chức vụ, thành lập, quản lý doanh nghiệp, hợp tác xã',
  ]);
});

test('a No. 1 prints business bans, one after the other, when it was asked for them', () => {
  const bans = [
    { office: 'Giám đốc doanh nghiệp', term: '03 năm' },
    { office: 'Giám đốc hợp tác xã', term: '02 năm' },
  ];
  const sheet = composeCertificate(certificate({ businessBan: { requested: true, bans } }));
  expect(lines(sheet).slice(-4)).toEqual([
    'Chức vụ bị cấm: Giám đốc doanh nghiệp',
    'Thời hạn cấm: 03 năm',
    'Chức vụ bị cấm: Giám đốc hợp tác xã',
    'Thời hạn cấm: 02 năm',
  ]);
});

describe('the signer', () => {
  test.each([
    ['DIRECTOR', ['GIÁM ĐỐC']],
    ['DEPUTY_DIRECTOR', ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
  ] as const)('%s', (position, titles) => {
    const signer = { position, name: 'Phạm Quốc Khánh' };
    expect(composeCertificate(certificate({ signer })).closing[1]).toEqual({
      kind: 'signature',
      titles,
      hint: null,
      name: 'Phạm Quốc Khánh',
    });
  });
});

test('a draft carries the watermark and neither number, date nor code', () => {
  const sheet = composeCertificate(certificate(), { draft: true });
  expect(sheet.watermark).toBe('DỰ THẢO');
  expect(sheet.closing[0]).toEqual({ kind: 'blank' });
  expect(sheet.masthead.dateLine).toBe('Hà Nội, ngày …… tháng …… năm ………');
  expect(JSON.stringify(sheet)).not.toMatch(/123\/STP-LLTP|K7M2P9QX4R/);
});

test.each(['number', 'verification', 'signer'] as const)(
  'a final certificate without %s is not composed, a draft is',
  (key) => {
    const data = certificate({ [key]: null });
    expect(() => composeCertificate(data)).toThrow('A final certificate needs');
    expect(composeCertificate(data, { draft: true }).watermark).toBe('DỰ THẢO');
  },
);

test('only a demonstration says that it has no legal value', () => {
  expect(composeCertificate(certificate()).footnote).toBeNull();
  expect(composeCertificate(certificate(), { demo: true }).footnote).toBe(
    'Bản trình diễn – không có giá trị pháp lý',
  );
});

test('the title in the metadata names no person', () => {
  const sheet = composeCertificate(certificate());
  expect(sheet.documentTitle).toBe('PHIẾU LÝ LỊCH TƯ PHÁP SỐ 1, 123/STP-LLTP');
});
