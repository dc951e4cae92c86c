import type { QualityRule, QualitySide, QualitySource } from '../quality/codes.ts';
import type { Language } from './refusals.ts';

type Names<Code extends string> = Readonly<Record<Code, Record<Language, string>>>;

/** Rules of data quality as screens show them and files name them. */
export const QUALITY_RULE_NAMES: Names<QualityRule> = {
  COMPLETION_WITHOUT_JUDGMENT: {
    vi: 'Có giấy chấp hành xong, chưa có bản án',
    en: 'Completion certificate without a judgment',
  },
  COMPLETION_BEFORE_JUDGMENT: {
    vi: 'Chấp hành xong trước ngày tuyên án',
    en: 'Completion dated before the judgment',
  },
  NO_COMPLETION: {
    vi: 'Bản án cũ chưa có thông tin chấp hành xong',
    en: 'Old judgment without completion',
  },
  NO_RESIDENCE: { vi: 'Chưa có nơi cư trú', en: 'Residence missing' },
  ID_CONTRADICTS_PERSON: {
    vi: 'Số định danh không khớp năm sinh, giới tính',
    en: 'Personal ID contradicts birth year or sex',
  },
  CIVIL_STATUS_CONTRADICTED: {
    vi: 'Nhân thân khác giấy tờ hộ tịch',
    en: 'Person differs from civil-status paper',
  },
  DEATH_BEFORE_JUDGMENT: {
    vi: 'Ngày chết trước ngày tuyên án',
    en: 'Death dated before a judgment',
  },
  UNNORMALISED_OFFENCE: { vi: 'Tội danh chưa chuẩn hóa', en: 'Offence not normalised' },
  LIKELY_DUPLICATE: {
    vi: 'Có thể trùng với bản lý lịch khác',
    en: 'Likely duplicate of another record',
  },
  UNREADABLE: { vi: 'Không đọc được bản lý lịch', en: 'Record cannot be read' },
};

/** The three sides of *đúng, đủ, sạch*. */
export const QUALITY_SIDE_NAMES: Names<QualitySide> = {
  RIGHT: { vi: 'Đúng', en: 'Right' },
  COMPLETE: { vi: 'Đủ', en: 'Complete' },
  CLEAN: { vi: 'Sạch', en: 'Clean' },
};

/** Who has what mends a finding. */
export const QUALITY_SOURCE_NAMES: Names<QualitySource> = {
  DEPARTMENT: { vi: 'Sở Tư pháp', en: 'Department of Justice' },
  POLICE: { vi: 'Công an', en: 'Police' },
  COURT: { vi: 'Tòa án', en: 'Court' },
  ENFORCEMENT: { vi: 'Thi hành án dân sự', en: 'Civil enforcement' },
  COMMUNE: { vi: 'UBND cấp xã', en: 'Commune' },
};
