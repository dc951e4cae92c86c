import type { Language } from './refusals.ts';

/** What is wrong with one field of a draft, by code. */
export const DRAFT_FIELDS: Record<string, Record<Language, string>> = {
  DATE_IF_EXPUNGED: {
    vi: 'Đã xóa án tích thì có ngày xóa; chưa xóa thì không có',
    en: 'Expunged has a day of expungement; not expunged has none',
  },
  JUDGMENT_LEFT_OUT: {
    vi: 'Tòa án đã nêu bản án của người này: ghi bản án vào dự thảo',
    en: 'The court names a judgment of this person: it belongs in the draft',
  },
  OFFENCE_NOT_NORMALISED: {
    vi: 'Tội danh chưa có trong danh mục: sửa theo danh mục, đề nghị cấp mã, hoặc nêu lý do ghi đúng lời bản án',
    en: 'The catalogue does not have this offence: word it as the catalogue does, ask for a code, or say why the judgment’s own words stand',
  },
  SAY_WHY_OTHERWISE: {
    vi: 'Khác với kết quả tính theo luật thì phải nêu lý do',
    en: 'Give a reason for deciding otherwise than the evaluation',
  },
  CONCLUSION_FOR_OTHERS: {
    vi: 'Kết luận này không dành cho quốc tịch của người được cấp',
    en: 'Not a conclusion for a person of this nationality',
  },
  ONLY_SUPPLIER_CORRECTS: {
    vi: 'Chỉ đơn vị đã cung cấp bản án này mới đính chính được; hỏi lại đơn vị đó',
    en: 'Only the unit that told of this judgment can correct it: ask it again',
  },
  BAN_LEFT_OUT: {
    vi: 'Bản lý lịch của người này có lệnh cấm đang còn hiệu lực: ghi đúng như bản lý lịch, hoặc nêu lý do',
    en: 'A record of this person holds a ban that runs: state it as the record does, or say why not',
  },
  BAN_OVER: { vi: 'Thời hạn cấm đã hết', en: 'The term of the ban is over' },
};
