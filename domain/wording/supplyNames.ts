import type { InformationKind, SupplierKind } from '../supply/kinds.ts';
import type { Language } from './refusals.ts';

/** Kinds of suppliers as screens show them and files name them. */
export const SUPPLIER_NAMES: Record<SupplierKind, Record<Language, string>> = {
  FIRST_INSTANCE_COURT: { vi: 'Tòa án sơ thẩm', en: 'First-instance court' },
  APPEAL_COURT: { vi: 'Tòa án phúc thẩm', en: 'Appeal court' },
  BANKRUPTCY_COURT: { vi: 'Tòa án giải quyết phá sản', en: 'Bankruptcy court' },
  PROCURACY: { vi: 'Viện kiểm sát', en: 'Procuracy' },
  PRISON: { vi: 'Trại giam, trại tạm giam', en: 'Prison' },
  POLICE_ENFORCEMENT: {
    vi: 'Cơ quan thi hành án hình sự Công an',
    en: 'Police enforcement agency',
  },
  CIVIL_ENFORCEMENT: { vi: 'Thi hành án dân sự', en: 'Civil enforcement' },
  COMMUNE: { vi: 'UBND cấp xã, tổ chức', en: 'Commune or organisation' },
  MILITARY_COURT: { vi: 'Tòa án quân sự, Bộ Quốc phòng', en: 'Military court or enforcement' },
};

/** What is supplied, as screens show it and files name it. */
export const INFORMATION_NAMES: Record<InformationKind, Record<Language, string>> = {
  JUDGMENT: { vi: 'Bản án có hiệu lực', en: 'Effective judgment' },
  EXTRACT: { vi: 'Trích lục bản án', en: 'Extract of a judgment' },
  APPEAL_JUDGMENT: { vi: 'Bản án phúc thẩm', en: 'Appeal judgment' },
  FOREIGN_JUDGMENT: { vi: 'Bản án nước ngoài', en: 'Foreign judgment' },
  CASSATION: { vi: 'Giám đốc thẩm, tái thẩm', en: 'Cassation or reopening' },
  EXECUTION_DECISION: { vi: 'Quyết định thi hành án', en: 'Execution decision' },
  SUSPENSION_DECISION: { vi: 'Quyết định tạm đình chỉ, đình chỉ', en: 'Suspension decision' },
  REDUCTION_DECISION: { vi: 'Quyết định giảm', en: 'Reduction decision' },
  EXEMPTION_DECISION: { vi: 'Quyết định miễn', en: 'Exemption decision' },
  EXPUNGEMENT_DECISION: { vi: 'Quyết định xóa án tích', en: 'Expungement decision' },
  COMPLETION_CERTIFICATE: { vi: 'Giấy chứng nhận chấp hành xong', en: 'Completion certificate' },
  AMNESTY_CERTIFICATE: { vi: 'Giấy chứng nhận đặc xá, đại xá', en: 'Amnesty certificate' },
  DEPORTATION_EXECUTED: { vi: 'Đã thi hành trục xuất', en: 'Deportation executed' },
  CIVIL_ENFORCEMENT_RESULT: { vi: 'Kết quả thi hành án dân sự', en: 'Civil enforcement result' },
  BUSINESS_BAN: {
    vi: 'Cấm đảm nhiệm chức vụ, thành lập doanh nghiệp',
    en: 'Ban on posts and founding of companies',
  },
};
