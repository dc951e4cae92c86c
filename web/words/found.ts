import { inBoth } from './inBoth.ts';

/** Words about judgments found while certificates were issued. */
export const found = inBoth({
  title: ['Án tích tìm thấy và bản lý lịch tư pháp', 'Judgments found and judicial records'],
  notYet: [
    'Sau khi cấp phiếu, cán bộ lý lịch tư pháp quyết định lập bản lý lịch từ các bản án này.',
    'Once the certificate is issued, the record officer decides on a record of these judgments.',
  ],
  lead: [
    'Phiếu số {{number}} đã cấp. Mỗi bản án được xử lý một lần; nếu việc xử lý không thành thì trở lại đây.',
    'Certificate {{number}} is issued. Each judgment is decided upon once; it comes back when nothing came of that.',
  ],
  elsewhere: [
    'Người này cư trú ở tỉnh khác hoặc không rõ nơi cư trú: nơi khác có thẩm quyền lập bản lý lịch (Điều 26 Luật Lý lịch tư pháp).',
    'The person resides in another province or nowhere known: the record is for others to make (Law 28/2009 Art. 26).',
  ],
  known: ['Bản lý lịch có thể của người này', 'Records that may be of this person'],
  same: ['đã xác định là cùng một người', 'decided to be the same person'],
  maybe: ['có thể là cùng một người', 'may be the same person'],
  toldBy: ['Theo trả lời của', 'As answered by'],
  actRecord: ['Lập bản lý lịch tư pháp', 'Make the record'],
  actOther: ['Người khác: lập bản mới', 'Another person: make a record'],
  actFurther: ['Đề nghị bổ sung vào {{number}}', 'Propose it for {{number}}'],
  actThere: ['Đã có trong {{number}}', 'Stands in {{number}}'],
  actNone: ['Không lập bản lý lịch', 'Make no record'],
  formLead: [
    'Điền sẵn theo hồ sơ và trả lời xác minh. Bổ sung phần còn thiếu theo bản án; sau khi lưu, bản lý lịch được cấp số và vào quy trình gửi Trung tâm.',
    'Filled in from the application and the answer. Complete it by the judgment; once saved, the record has its number and its transfer to the Centre begins.',
  ],
  furtherLead: [
    'Chỉ phần bản án được đề nghị bổ sung; bản lý lịch chỉ thay đổi khi lãnh đạo duyệt.',
    'Only the judgment is proposed; the record changes when the head approves.',
  ],
  save: ['Lập bản lý lịch', 'Make the record'],
  propose: ['Gửi đề nghị', 'Propose'],
  reason: ['Lý do', 'Reason'],
  cancel: ['Quay lại', 'Back'],
  done: ['Đã ghi nhận.', 'Noted.'],
  'outcome.RECORD': ['Đã lập bản lý lịch', 'Record made:'],
  'outcome.FURTHER': ['Đã đề nghị bổ sung vào bản lý lịch', 'Proposed for record'],
  'outcome.THERE': ['Đã có trong bản lý lịch', 'Stands in record'],
  'outcome.NONE': ['Không lập bản lý lịch:', 'No record:'],
  'returned.PROPOSAL_REFUSED': [
    'Chờ xử lý lại: đề nghị bổ sung vào {{number}} bị từ chối.',
    'Open again: the proposal for {{number}} was refused.',
  ],
  'returned.TRANSFER_ABANDONED': [
    'Chờ xử lý lại: bản lý lịch {{number}} đã bị hủy bỏ.',
    'Open again: record {{number}} was given up.',
  ],
  export: ['Xuất CSV', 'Export CSV'],
  origins: ['Nguồn tìm thấy', 'Found by'],
  'origin.RECORD': ['Lập từ hồ sơ cấp phiếu', 'Made from application'],
  'origin.FURTHER': ['Đề nghị bổ sung từ hồ sơ cấp phiếu', 'Proposed from application'],
  'origin.THERE': ['Được nêu lại trong hồ sơ cấp phiếu', 'Told of again in application'],
  answerOf: ['trả lời của {{unit}}', 'answer of {{unit}}'],
  list: ['Án tích tìm thấy khi cấp phiếu', 'Judgments found by certificates'],
  listLead: [
    'Phiếu đã cấp mà trả lời xác minh có bản án chưa xử lý.',
    'Certificates issued on answers that tell of judgments nobody has decided on.',
  ],
  book: ['Sổ lý lịch tư pháp', 'Judicial records'],
  none: ['Không còn bản án nào chờ xử lý.', 'No judgment waits.'],
  noneHint: [
    'Bản án vào đây khi phiếu được cấp theo trả lời có án tích.',
    'One comes here when a certificate is issued on an answer that tells of it.',
  ],
  case: ['Hồ sơ', 'Application'],
  certificate: ['Số phiếu', 'Certificate'],
  issued: ['Ngày cấp', 'Issued'],
  open: ['Chờ xử lý', 'Open'],
});
