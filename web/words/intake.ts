import { inBoth } from './inBoth.ts';

const form = inBoth({
  personalId: ['Số định danh cá nhân', 'Personal ID'],
  personalIdHint: ['12 chữ số', '12 digits'],
  fullName: ['Họ và tên', 'Full name'],
  otherNames: ['Tên gọi khác', 'Other names'],
  otherNamesHint: ['Gõ tên rồi Enter', 'Type a name, then Enter'],
  gender: ['Giới tính', 'Gender'],
  birthDate: ['Ngày sinh', 'Birth date'],
  birthPlace: ['Nơi sinh', 'Place of birth'],
  nationality: ['Quốc tịch', 'Nationality'],
  ethnicity: ['Dân tộc', 'Ethnicity'],
  fatherName: ['Họ tên cha', 'Father'],
  motherName: ['Họ tên mẹ', 'Mother'],
  spouseName: ['Họ tên vợ, chồng', 'Spouse'],
  permanentResidence: ['Nơi thường trú', 'Permanent residence'],
  temporaryResidence: ['Nơi tạm trú', 'Temporary residence'],
  province: ['Tỉnh, thành phố', 'Province'],
  phone: ['Điện thoại', 'Telephone'],
  email: ['Thư điện tử', 'E-mail'],
  military: ['Đã hoặc đang phục vụ trong quân đội', 'Has served in the military'],
  residenceHistory: ['Quá trình cư trú từ khi đủ 14 tuổi', 'Residence since the age of 14'],
  residence: ['Nơi cư trú {{n}}', 'Residence {{n}}'],
  residenceFrom: ['Từ tháng', 'From'],
  residenceTo: ['Đến tháng (trống: đến nay)', 'Until (empty: now)'],
  residencePlace: ['Nơi cư trú', 'Place'],
  country: ['Nước', 'Country'],
  certificateType: ['Loại phiếu', 'Certificate type'],
  purpose: ['Mục đích sử dụng', 'Purpose'],
  copies: ['Số bản', 'Copies'],
  postmarkedOn: ['Ngày trên dấu bưu chính', 'Date of the postmark'],
  postmarkedOnHint: [
    'Có thể quyết định hồ sơ theo quy định cũ hay mới.',
    'It may decide whether old or new rules apply.',
  ],
  urgent: ['Trường hợp khẩn cấp', 'Urgent case'],
  banStatement: ['Ghi nội dung cấm đảm nhiệm chức vụ', 'State business bans'],
  agent: ['Người được ủy quyền', 'Agent'],
  hasAgent: ['Nộp thay cho đương sự', 'Somebody else applies for the subject'],
  agentPersonalId: ['Số định danh của người này', 'Personal ID of this person'],
  agentRelation: ['Quan hệ', 'Relation'],
  powerOfAttorney: ['Số văn bản ủy quyền', 'Power of attorney no.'],
  delivery: ['Nhận kết quả', 'Delivery'],
  deliveryAddress: ['Địa chỉ nhận', 'Delivery address'],
  feeCategory: ['Phí', 'Fee'],
  feeReason: ['Lý do miễn, giảm', 'Reason for the reduction'],
  feeSettled: ['Đã thu phí', 'Fee settled'],
  papers: ['Giấy tờ đã nhận', 'Papers received'],
  note: ['Ghi chú', 'Note'],
  accept: ['Hồ sơ hợp lệ, tiếp nhận ngay', 'Valid: accept now'],
  acceptHint: [
    'Thời hạn luật định bắt đầu từ lúc tiếp nhận.',
    'The legal term starts with acceptance.',
  ],
  documents: ['Giấy tờ tùy thân khác', 'Other identity documents'],
  documentType: ['Loại giấy tờ', 'Type'],
  documentNumber: ['Số', 'Number'],
  documentIssuedOn: ['Ngày cấp', 'Issued on'],
  documentIssuedBy: ['Nơi cấp', 'Issued by'],
  document: ['Giấy tờ {{n}}', 'Document {{n}}'],
  addResidence: ['Thêm nơi cư trú', 'Add residence'],
  addDocument: ['Thêm giấy tờ', 'Add document'],
  removeRow: ['Xóa dòng {{n}}', 'Remove row {{n}}'],
});

const page = inBoth({
  intakeTitle: ['Tiếp nhận hồ sơ tại quầy', 'Receive an application'],
  sectionSubject: ['Người được cấp phiếu', 'Subject'],
  sectionRequest: ['Yêu cầu', 'Request'],
  sectionDelivery: ['Trả kết quả và phí', 'Delivery and fee'],
  sectionPapers: ['Giấy tờ và tiếp nhận', 'Papers and acceptance'],
  submitIntake: ['Lưu và in giấy hẹn', 'Save and print receipt'],
  fieldsWrong: ['Còn {{count}} ô cần sửa', '{{count}} fields need attention'],
  duplicates_one: ['Có thể đã có hồ sơ của người này', 'This person may already have a case'],
  duplicates_other: [
    'Có thể đã có {{count}} hồ sơ của người này',
    'This person may already have {{count}} cases',
  ],
  duplicateNow: ['Đang nhập', 'Being entered'],
  duplicateConfirm: ['Đã đối chiếu, vẫn tạo hồ sơ mới', 'Compared; create a new case anyway'],
  duplicateNeeded: [
    'Hãy đối chiếu hồ sơ trùng trước khi lưu.',
    'Compare the possible duplicates before saving.',
  ],
  matches: ['Trùng', 'Matches'],
  openedAt: ['Nộp ngày', 'Submitted'],
  likelyRegime: ['Dự kiến: {{regime}}', 'Likely: {{regime}}'],
  receiptTitle: ['Đã tiếp nhận hồ sơ', 'Application received'],
  receiptOpening: [
    'Hồ sơ đã được lưu. Số hồ sơ có hiệu lực ngay; quy trình sẽ mở trong giây lát.',
    'The application is saved and its number is valid; the case opens in a moment.',
  ],
  promisedDate: ['Ngày hẹn trả', 'Promised date'],
  promisedAfterAccept: ['Tính từ khi hồ sơ được tiếp nhận', 'Counted from acceptance'],
  missingPapers: ['Còn thiếu', 'Missing'],
  nothingMissing: ['Đủ giấy tờ', 'Nothing is missing'],
  feeUnsettled: ['Chưa thu phí', 'Fee not settled'],
  printReceipt: ['In giấy hẹn', 'Print receipt'],
  nextApplicant: ['Người tiếp theo', 'Next applicant'],
  openCase: ['Mở hồ sơ', 'Open the case'],
});

const relation = inBoth({
  PARENT: ['Cha, mẹ', 'Parent'],
  SPOUSE: ['Vợ, chồng', 'Spouse'],
  CHILD: ['Con', 'Child'],
  AUTHORISED: ['Người được ủy quyền', 'Authorised person'],
});

const documentKind = inBoth({
  CCCD: ['Căn cước công dân', 'Citizen ID'],
  CMND: ['Chứng minh nhân dân', 'Old ID card'],
  PASSPORT: ['Hộ chiếu', 'Passport'],
  TRAVEL_PAPER: ['Giấy thông hành', 'Travel paper'],
});

const fieldProblem = inBoth({
  wrong: ['Giá trị không hợp lệ', 'Not a valid value'],
  ENDS_BEFORE_START: ['Kết thúc trước khi bắt đầu', 'Ends before it starts'],
  PROVINCE_IF_IN_VIETNAM: ['Chọn tỉnh khi ở Việt Nam', 'Choose a province within Viet Nam'],
  ADDRESS_FOR_POST: ['Gửi bưu chính cần địa chỉ', 'Delivery by post needs an address'],
  REASON_FOR_REDUCTION: ['Miễn, giảm phí cần lý do', 'A reduction needs a reason'],
  ID_OR_DOCUMENT: [
    'Cần số định danh hoặc giấy tờ khác',
    'A personal ID or another document is needed',
  ],
  NOT_A_NAME: ['Không phải họ tên', 'Not a name'],
  CONTROL_CHARACTER: ['Có ký tự không hợp lệ', 'Contains invalid characters'],
});

const match = inBoth({
  personalId: ['số định danh', 'personal ID'],
  fullName: ['họ tên', 'name'],
  birthDate: ['ngày sinh', 'birth date'],
});

/** Words of counter intake; the form's names are also those of the case page. */
export const intake = {
  vi: {
    ...form.vi,
    ...page.vi,
    relation: relation.vi,
    documentKind: documentKind.vi,
    fieldProblem: fieldProblem.vi,
    match: match.vi,
  },
  en: {
    ...form.en,
    ...page.en,
    relation: relation.en,
    documentKind: documentKind.en,
    fieldProblem: fieldProblem.en,
    match: match.en,
  },
};
