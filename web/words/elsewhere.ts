import type { ElsewhereRole } from '../shell/areas.ts';
import type { ByCode } from '../../domain/wording/pair.ts';
import { inBoth } from './inBoth.ts';

const page = inBoth({
  elsewhereTitle: [
    'Tài khoản này không có màn hình nghiệp vụ',
    'This account has no screens of its own',
  ],
  elsewherePurpose: ['Tài khoản này để làm gì', 'What this account is for'],
  elsewhereToday: ['Hiện nay', 'Today'],
  elsewhereOther: ['Đăng nhập tài khoản khác', 'Sign in as somebody else'],
  apiReference: ['Tài liệu API', 'API reference'],
});

const purpose = inBoth({
  POSTAL_OPERATOR: [
    'Dành cho doanh nghiệp bưu chính chuyển phiếu lý lịch tư pháp đến người nhận.',
    'For the postal operator that carries certificates to their recipients.',
  ],
  INTEGRATION: [
    'Dành cho hệ thống khác, như một cửa điện tử hoặc cổng dịch vụ công, chuyển hồ sơ đến.',
    'For other systems, such as an electronic one-stop or a public-service portal, that forward dossiers.',
  ],
} satisfies ByCode<ElsewhereRole>);

const today = inBoth({
  POSTAL_OPERATOR: [
    'Hệ thống của bưu chính tự báo việc thu gom, phát và chuyển hoàn; mỗi lần báo được ghi vào nhật ký hồ sơ. Ở đây không phải thao tác gì.',
    'The operator’s own system reports collection, delivery and return, and each report stands in the log of its case. Nothing has to be done here.',
  ],
  INTEGRATION: [
    'Tài khoản chỉ dùng qua API, không dùng màn hình.',
    'The account is used through the API only, not through screens.',
  ],
} satisfies ByCode<ElsewhereRole>);

/** Words for accounts without screens of their own. */
export const elsewhere = {
  vi: { ...page.vi, purpose: purpose.vi, today: today.vi },
  en: { ...page.en, purpose: purpose.en, today: today.en },
};
