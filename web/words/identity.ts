import { inBoth } from './inBoth.ts';

/** Words of the own-database look-up: the panel on the case page, notices beside drafts. */
export const identity = inBoth({
  title: ['Tra cứu trong cơ sở dữ liệu lý lịch tư pháp', 'Look-up in the own database'],
  lead: [
    'So khớp từng mục thông tin với các bản lý lịch tư pháp đã lập từ ngày 01/7/2010. Kết quả chỉ là gợi ý; cán bộ thụ lý kết luận.',
    'Every field is compared with the records made since 1 July 2010. The machine only suggests; the officer decides.',
  ],
  again: ['Tra cứu lại', 'Look up again'],
  none: ['Không có bản lý lịch tư pháp nào trùng', 'No record is like this person'],
  noneHint_zero: ['Không ai có thông tin gần giống.', 'Nobody with similar data is known.'],
  noneHint_one: [
    'Đã so khớp {{count}} người có thông tin gần giống.',
    '{{count}} person with similar data was compared.',
  ],
  noneHint_other: [
    'Đã so khớp {{count}} người có thông tin gần giống.',
    '{{count}} persons with similar data were compared.',
  ],
  notSearched: [
    'Hồ sơ đã kết thúc nên không tra cứu nữa; dưới đây là các kết luận đã lưu.',
    'The case has ended and nobody is looked up any more; these are the decisions kept.',
  ],
  noDecisions: ['Không có kết luận nào về nhân thân', 'No decision about identity was needed'],
  masked: [
    'Vai trò của bạn không được xem kết quả tra cứu.',
    'Your role may not read the look-up.',
  ],
  truncated: [
    'Quá nhiều người trùng tên để so khớp hết. Bổ sung số định danh hoặc họ tên cha mẹ rồi tra cứu lại.',
    'More persons share these names than were compared. Add an ID or the parents and look up again.',
  ],
  unlikely_one: ['{{count}} người khác ít khả năng là người này.', '{{count}} other is unlikely.'],
  unlikely_other: [
    '{{count}} người khác ít khả năng là người này.',
    '{{count}} others are unlikely.',
  ],
  score: ['điểm {{score}}', 'score {{score}}'],
  record: ['Bản lý lịch tư pháp {{number}}', 'Record {{number}}'],
  mergedInto: ['đã nhập vào bản {{number}}', 'taken into {{number}}'],
  recordUnnumbered: ['Bản lý lịch tư pháp', 'Record'],
  judgment: ['Bản án {{number}}, {{date}}, {{court}}', 'Judgment {{number}}, {{date}}, {{court}}'],
  evidence: ['So khớp từng mục', 'Field by field'],
  agreeing: ['Thuận: {{fields}}.', 'For: {{fields}}.'],
  contradicting: ['Nghịch: {{fields}}.', 'Against: {{fields}}.'],
  field: ['Mục', 'Field'],
  asked: ['Người được cấp', 'Applicant'],
  known: ['Bản lý lịch tư pháp', 'Record'],
  finding: ['Nhận xét', 'Finding'],
  weight: ['Trọng số', 'Weight'],
  for: ['thuận', 'for'],
  against: ['nghịch', 'against'],
  notTold: ['không có', 'not told'],
  weights: [
    'Bộ trọng số {{version}}: hiệu chỉnh nội bộ, không phải quy định của pháp luật.',
    'Weights {{version}}: own calibration, not a rule of law.',
  ],
  decide: ['Kết luận', 'Decide'],
  decideOn: ['{{decision}}: {{name}}', '{{decision}}: {{name}}'],
  also: ['Kết luận này đúng cả với', 'The same holds for'],
  alsoHint: [
    'Một người có thể có bản lý lịch tư pháp ở nhiều nơi, mang số khác nhau; chọn từng bản đã đối chiếu.',
    'One person may have records at several departments under different numbers: tick each one compared.',
  ],
  reason: ['Lý do', 'Reason'],
  reasonHint: [
    'Nêu căn cứ: bản án gốc, vân tay, xác minh tại địa phương…',
    'Say on what: the judgment, fingerprints, enquiries on the spot…',
  ],
  decisions: ['Các lần kết luận', 'Decisions'],
  undecided_one: [
    'Còn {{count}} người có thể trùng chưa được kết luận. Kết luận trước khi trình “Không có án tích”.',
    '{{count}} possible match is not decided on. Decide before concluding “no conviction on record”.',
  ],
  undecided_other: [
    'Còn {{count}} người có thể trùng chưa được kết luận. Kết luận trước khi trình “Không có án tích”.',
    '{{count}} possible matches are not decided on. Decide before concluding “no conviction on record”.',
  ],
  undecidedHere_one: ['{{count}} người có thể trùng', '{{count}} possible match'],
  undecidedHere_other: ['{{count}} người có thể trùng', '{{count}} possible matches'],
  samePerson_one: [
    'Đã kết luận là cùng một người với {{count}} bản lý lịch tư pháp.',
    'Decided to be the person of {{count}} record.',
  ],
  samePerson_other: [
    'Đã kết luận là cùng một người với {{count}} bản lý lịch tư pháp.',
    'Decided to be the person of {{count}} records.',
  ],
  toPanel: ['Xem kết quả tra cứu', 'Open the look-up'],
  warnings: ['Nhân thân chưa kết luận', 'Identity not decided'],
});
