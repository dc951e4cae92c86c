import type { IDENTITY_CLASSES } from '../identity/compare.ts';
import type { Field, Finding } from '../identity/evidence.ts';
import type { IdentityDecision } from '../identity/lookUp.ts';
import type { IdentityWarning } from '../identityWarnings.ts';
import type { ResidenceWarning } from '../residenceWarnings.ts';
import type { ByCode } from './pair.ts';

/** Names of what the comparison of two persons finds, and of what officers decide. */
export const identityCodes = {
  idWarning: {
    ID_BIRTH_YEAR_DIFFERS: [
      'Năm sinh không khớp với số định danh',
      'Birth year differs from the personal ID',
    ],
    ID_GENDER_DIFFERS: [
      'Giới tính không khớp với số định danh',
      'Gender differs from the personal ID',
    ],
    ID_PROVINCE_UNKNOWN: [
      'Mã tỉnh trong số định danh không có trong danh mục',
      'The province code in the personal ID is unknown',
    ],
    TRAVEL_PAPER_MISSING: [
      'Người không quốc tịch: chưa khai giấy tờ có giá trị đi lại quốc tế',
      'Stateless: no international travel paper is stated',
    ],
    IDENTITY_CERTIFICATE_MISSING: [
      'Chưa xác định được quốc tịch: chưa khai giấy chứng nhận căn cước',
      'Nationality not determined: no identity certificate is stated',
    ],
    FORMER_PAPERS_UNSTATED: [
      'Mọi giấy tờ đều cấp sau khi rời Việt Nam: khai thêm số giấy tờ đã dùng khi cư trú',
      'All papers are younger than the time in Viet Nam: state the numbers used then',
    ],
    PARENTS_UNSTATED: [
      'Phiếu số 2: chưa có họ tên cha hoặc mẹ, chưa nêu lý do',
      'Certificate No. 2: a parent’s name is missing and no reason is given',
    ],
  } satisfies ByCode<IdentityWarning>,
  residenceWarning: {
    RESIDENCE_BEGINS_LATE: [
      'Chưa khai từ khi đủ 14 tuổi đến lúc bắt đầu ở nơi này',
      'Not told from the age of 14 to the beginning of this stay',
    ],
    RESIDENCE_GAP: [
      'Có khoảng trống trên một tháng trước nơi này',
      'More than a month before this place is not told',
    ],
    RESIDENCE_OVERLAP: ['Trùng thời gian với nơi cư trú khác', 'At the same time as another place'],
    RESIDENCE_ENDS_EARLY: ['Chưa khai đến ngày nộp hồ sơ', 'Not told up to the day of filing'],
  } satisfies ByCode<ResidenceWarning['code']>,
  identityClass: {
    CERTAIN: ['Khớp chắc chắn', 'Certain match'],
    POSSIBLE: ['Có thể trùng', 'Possible match'],
    UNLIKELY: ['Ít khả năng', 'Unlikely'],
  } satisfies ByCode<(typeof IDENTITY_CLASSES)[number]>,
  identityDecision: {
    SAME_PERSON: ['Cùng một người', 'Same person'],
    OTHER_PERSON: ['Người khác', 'Another person'],
    UNDECIDED: ['Chưa kết luận', 'Not decided'],
  } satisfies ByCode<IdentityDecision>,
  identityField: {
    personalId: ['Số định danh', 'Personal ID'],
    document: ['Giấy tờ khác', 'Other documents'],
    name: ['Họ tên', 'Name'],
    birthDate: ['Ngày sinh', 'Date of birth'],
    gender: ['Giới tính', 'Gender'],
    father: ['Họ tên cha', 'Father'],
    mother: ['Họ tên mẹ', 'Mother'],
    birthPlace: ['Nơi sinh', 'Place of birth'],
    residence: ['Nơi cư trú', 'Residence'],
  } satisfies ByCode<Field>,
  finding: {
    'personalId.SAME': ['trùng số', 'same number'],
    'personalId.SAME_BUT_SHARED': [
      'trùng số, nhưng số này có ở nhiều người khác nhau',
      'same number, but carried by different persons',
    ],
    'personalId.DIGITS_SUIT': [
      'một bên không có số; giới tính và năm sinh trong số phù hợp',
      'one side has none; its gender and year digits suit',
    ],
    'personalId.DIGITS_CONTRADICT': [
      'một bên không có số; giới tính hoặc năm sinh trong số không khớp',
      'one side has none; its gender or year digits contradict',
    ],
    'personalId.ONE_DIGIT_OFF': [
      'lệch một chữ số: nhầm lẫn, hoặc anh chị em sinh đôi',
      'one digit off: a slip, or twins',
    ],
    'personalId.DIFFERS': ['khác số', 'different numbers'],
    'document.SAME': ['trùng số giấy tờ', 'same document'],
    'document.SAME_BUT_SHARED': [
      'trùng số giấy tờ, nhưng có ở nhiều người khác nhau',
      'same document, but carried by different persons',
    ],
    'document.DIFFERS': ['khác số giấy tờ cùng loại', 'other documents of the same kind'],
    'name.SAME': ['trùng', 'same'],
    'name.WITHOUT_MARKS': ['trùng, một bên viết không dấu', 'same, one side without marks'],
    'name.ALIAS': ['trùng tên gọi khác, bí danh', 'same as another name'],
    'name.OTHER_ORDER': ['trùng, khác thứ tự', 'same words in another order'],
    'name.ONE_LETTER_OFF': ['lệch một chữ', 'one letter off'],
    'name.PART': ['thiếu chữ đệm', 'part of the longer name'],
    'name.OTHER_MARKS': ['cùng chữ, khác dấu', 'same letters, other marks'],
    'name.TWO_LETTERS_OFF': ['lệch hai chữ', 'two letters off'],
    'name.DIFFERS': ['khác', 'differs'],
    'birthDate.SAME': ['trùng', 'same'],
    'birthDate.MONTH_AGREES': ['trùng tháng và năm, một bên không có ngày', 'month and year agree'],
    'birthDate.DAY_AND_MONTH_SWAPPED': ['ngày và tháng đổi chỗ', 'day and month swapped'],
    'birthDate.ONE_DIGIT_OFF': ['lệch một chữ số', 'one digit off'],
    'birthDate.YEAR_AGREES': ['trùng năm, một bên chỉ có năm', 'year agrees, one side has no more'],
    'birthDate.YEAR_OFF_BY_ONE': ['lệch một năm', 'one year off'],
    'birthDate.SAME_YEAR_ONLY': ['chỉ trùng năm', 'the year only is the same'],
    'birthDate.DIFFERS': ['khác', 'differs'],
    'gender.SAME': ['trùng', 'same'],
    'gender.DIFFERS_SAME_ID': [
      'khác, nhưng cùng số định danh: nhầm lẫn hoặc đã xác định lại giới tính',
      'differs under the same ID: a mistake, or a changed gender',
    ],
    'gender.DIFFERS': ['khác', 'differs'],
    'father.SAME': ['trùng', 'same'],
    'father.SIMILAR': ['gần giống', 'similar'],
    'father.DIFFERS': ['khác', 'differs'],
    'mother.SAME': ['trùng', 'same'],
    'mother.SIMILAR': ['gần giống', 'similar'],
    'mother.DIFFERS': ['khác', 'differs'],
    'birthPlace.SAME': ['trùng', 'same'],
    'birthPlace.PART': ['trùng một phần', 'agrees in part'],
    'birthPlace.DIFFERS': ['khác', 'differs'],
    'residence.SAME': ['trùng một nơi', 'one place is the same'],
    'residence.NEAR': ['cùng quận, huyện hoặc xã', 'same district or commune'],
    'residence.SAME_PROVINCE': ['cùng tỉnh', 'same province'],
    'residence.DIFFERS': ['khác tỉnh', 'other provinces'],
  } satisfies ByCode<Finding>,
};
