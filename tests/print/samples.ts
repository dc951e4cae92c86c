import { readFileSync } from 'node:fs';
import type { CertificateEntry, CertificateWording } from '../../domain/certificateWording.ts';
import type { CertificateData } from '../../print/certificateForm.ts';
import type { ReceiptData } from '../../print/receiptForm.ts';

/** The texts as the shipped rule set of 2016–2025 gives them. */
export const wording = (
  JSON.parse(readFileSync(new URL('../../data/rule-sets/B.json', import.meta.url), 'utf8')) as {
    wording: CertificateWording;
  }
).wording;

export function entry(changes: Partial<CertificateEntry> = {}): CertificateEntry {
  return {
    judgmentDate: '2015-04-06',
    judgmentNumber: '45/2015/HSST',
    court: 'Tòa án nhân dân quận Ba Đình, thành phố Hà Nội',
    offence: 'Trộm cắp tài sản',
    provision: 'khoản 1 Điều 138 Bộ luật Hình sự năm 1999',
    principalPenalty: '09 tháng tù cho hưởng án treo, thời gian thử thách 18 tháng',
    additionalPenalty: null,
    civilObligations: null,
    courtFees: '200.000 đồng',
    executionStatus: 'Đã chấp hành xong hình phạt ngày 06/10/2016',
    expungement: { state: 'NOT_EXPUNGED' },
    ...changes,
  };
}

export function certificate(changes: Partial<CertificateData> = {}): CertificateData {
  return {
    letterhead: { superior: 'UBND THÀNH PHỐ HÀ NỘI', name: 'SỞ TƯ PHÁP', place: 'Hà Nội' },
    number: '123/STP-LLTP',
    issuedAt: Date.parse('2023-09-28T03:15:00Z'),
    legalBasis: [
      'Căn cứ Luật Lý lịch tư pháp số 28/2009/QH12 ngày 17 tháng 6 năm 2009;',
      'Căn cứ Nghị định số 111/2010/NĐ-CP ngày 23 tháng 11 năm 2010 của Chính phủ;',
    ],
    subject: {
      fullName: 'Nguyễn Thị Hường',
      gender: 'FEMALE',
      birthDate: '1990-02-09',
      birthPlace: 'Huyện Thuận Thành, tỉnh Bắc Ninh',
      nationality: 'Việt Nam',
      permanentResidence: 'Số 12 ngõ 34 phố Đội Cấn, quận Ba Đình, thành phố Hà Nội',
      temporaryResidence: null,
      identity: {
        kind: 'Căn cước công dân',
        number: '027190001234',
        issuedOn: '2021-05-10',
        issuedBy: 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
      },
      fatherName: 'Nguyễn Văn Đức',
      motherName: 'Trần Thị Yến',
      spouseName: null,
    },
    certificateType: 'NO_1',
    conclusion: 'NO_RECORD',
    entries: [],
    businessBan: { requested: false, bans: [] },
    wording,
    signer: { position: 'DEPUTY_DIRECTOR', name: 'Phạm Quốc Khánh' },
    verification: { url: 'http://127.0.0.1:4000/xac-thuc/K7M2P9QX4R', code: 'K7M2P9QX4R' },
    ...changes,
  };
}

export function receipt(changes: Partial<ReceiptData> = {}): ReceiptData {
  return {
    letterhead: { superior: 'UBND THÀNH PHỐ HÀ NỘI', name: 'SỞ TƯ PHÁP', place: 'Hà Nội' },
    dossierNumber: 'HN-P-2023-000123',
    trackingCode: 'K7M2P9QX4R',
    trackingUrl: 'http://127.0.0.1:4000/tra-cuu?ma=K7M2P9QX4R',
    receivedAt: Date.parse('2023-09-18T02:05:00Z'),
    promisedAt: Date.parse('2023-09-28T10:00:00Z'),
    termText: '10 ngày',
    requester: {
      fullName: 'Nguyễn Thị Hường',
      phone: '0912345678',
      address: 'Số 12 ngõ 34 phố Đội Cấn, quận Ba Đình, thành phố Hà Nội',
    },
    agent: null,
    subjectName: 'Nguyễn Thị Hường',
    certificateType: 'NO_1',
    copies: 2,
    received: [
      { name: 'Tờ khai yêu cầu cấp phiếu lý lịch tư pháp', copies: 1 },
      { name: 'Bản chụp căn cước công dân', copies: 1 },
      { name: 'Thẻ sinh viên (chứng minh thuộc diện giảm phí)', copies: 1 },
    ],
    missing: [],
    fee: { amountVnd: 100_000, settled: true, reductionReason: 'Sinh viên' },
    delivery: 'COUNTER',
    deliveryPlace: 'Bộ phận Một cửa, Sở Tư pháp thành phố Hà Nội',
    officerName: 'Lê Minh Tâm',
    ...changes,
  };
}
