import type { AskReason } from '../flow/askReason.ts';
import type { SettlementGround, SIDES } from '../flow/conflict.ts';
import type { ByCode } from './pair.ts';

/** Names of the codes around questions to agencies. */
export const askCodes = {
  askReason: {
    RESIDENCE: ['Nơi cư trú', 'Residence'],
    MERGED_PROVINCE: ['Nơi cư trú ở tỉnh đã sáp nhập', 'Residence in a merged province'],
    SEVERAL_PROVINCES: ['Cư trú nhiều tỉnh', 'Several provinces'],
    TIME_ABROAD: ['Thời gian ở nước ngoài', 'Time abroad'],
    FOREIGNER: ['Người nước ngoài', 'Foreigner'],
    NO_NATIONALITY: ['Không có quốc tịch xác định', 'No determined nationality'],
    RESIDENCE_UNKNOWN: ['Không rõ nơi cư trú', 'Residence unknown'],
    MILITARY_SERVICE: ['Đã phục vụ trong quân đội', 'Military service'],
    ANSWER_NAMES_JUDGMENT: [
      'Công an trả lời chưa rõ hoặc nêu bản án',
      'Police unclear or naming a judgment',
    ],
    FURTHER_RESIDENCE: ['Tra cứu thấy nơi cư trú khác', 'A further residence was found'],
    EXPUNGEMENT_CONDITIONS: ['Xác minh điều kiện xóa án tích', 'Conditions of an expungement'],
    JUDGMENT_SEARCH: ['Tìm bản án', 'Search for a judgment'],
  } satisfies ByCode<AskReason>,
  shortcut: {
    VERIFIED_BEFORE: [
      'đã xác minh ở hồ sơ trước (Nghị định 111/2010, Điều 28)',
      'verified in an earlier dossier (NĐ 111/2010 Art. 28)',
    ],
  } satisfies ByCode<string>,
  conflictSide: {
    FOUND: ['Bên có thông tin đúng', 'The side that names a record stands'],
    CLEAN: ['Bên không có thông tin đúng', 'The side without a record stands'],
  } satisfies ByCode<(typeof SIDES)[number]>,
  settlementGround: {
    COURT_FILE_PREVAILS: ['Theo hồ sơ của tòa án', 'The court’s file prevails'],
    POLICE_FILE_PREVAILS: [
      'Theo hồ sơ của công an, có tài liệu kèm theo',
      'The police’s file prevails, with its papers',
    ],
    OTHER_PERSON: ['Là người khác, trùng nhân thân', 'It is another person'],
    NO_JUDGMENT_EXISTS: [
      'Có bắt, khởi tố trước 2010 nhưng không có bản án (CV 367/TTLLTPQG-HCTH năm 2016)',
      'Arrest or prosecution before 2010, no judgment exists (CV 367/TTLLTPQG-HCTH, 2016)',
    ],
  } satisfies ByCode<SettlementGround>,
};
