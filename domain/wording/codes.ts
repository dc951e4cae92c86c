import type { LISTS } from '../case.ts';
import type { PostEvent } from '../agencyMessage.ts';
import type { FEE_CATEGORIES } from '../application.ts';
import type {
  ApplicationStep,
  CANCEL_GROUNDS,
  CERTIFICATE_TYPES,
  CHANNELS,
  COMPLEX_GROUNDS,
  CONCLUSIONS,
  DELIVERIES,
  ReceivedPaper,
  REFUSAL_GROUNDS,
  REGIMES,
} from '../flow/applicationState.ts';
import type { Holder } from '../flow/holder.ts';
import type { Ruling, TransferStep } from '../flow/transferState.ts';
import type { ReconciliationStep } from '../flow/reconciliationState.ts';
import type { CodeRequestStep } from '../flow/codeRequestState.ts';
import type { RequestOutcome, VERIFICATION_KINDS } from '../flow/verification.ts';
import type { HELD_BECAUSE, RULINGS } from '../holding.ts';
import type { GENDERS } from '../personalId.ts';
import type { ActorRole } from '../role.ts';
import type { ByCode, Pair } from './pair.ts';
import { acts } from './acts.ts';
import { askCodes } from './askCodes.ts';
import { clockCodes } from './clockCodes.ts';
import { convictionCodes } from './convictionCodes.ts';
import { identityCodes } from './identityCodes.ts';

/** Names of every code the domain knows, Vietnamese and English side by side; a code without both does not compile. */
export const codes = {
  act: acts,
  actedFor: { FOR: ['trực thay', 'for'] },
  ...clockCodes,
  ...askCodes,
  ...convictionCodes,
  ...identityCodes,
  step: {
    SUBMITTED: ['Mới nộp', 'Submitted'],
    SUPPLEMENT_REQUESTED: ['Chờ bổ sung', 'Supplement requested'],
    ACCEPTED: ['Đã tiếp nhận', 'Accepted'],
    VERIFYING: ['Đang xác minh', 'Verifying'],
    EVALUATING: ['Thẩm tra', 'Evaluating'],
    CHECKING: ['Chờ kiểm tra', 'To check'],
    SIGNING: ['Chờ ký', 'To sign'],
    ISSUING: ['Chờ cấp số, đóng dấu', 'To number and seal'],
    DELIVERING: ['Chờ trả kết quả', 'To hand over'],
    POSTED: ['Đang chuyển phát', 'In the post'],
    CLOSED: ['Đã trả kết quả', 'Delivered'],
    REFUSED: ['Từ chối', 'Refused'],
    WITHDRAWN: ['Đã rút', 'Withdrawn'],
    LAPSED: ['Hết hạn bổ sung', 'Lapsed'],
    CANCELLED: ['Đã hủy', 'Cancelled'],
    ENTERED: ['Đã nhập', 'Entered'],
    SENT: ['Đã gửi', 'Sent'],
    RECEIVED: ['Trung tâm đã nhận', 'Received by the Centre'],
    CHECKED: ['Đã kiểm tra', 'Checked'],
    REVIEWED: ['Đã soát xét', 'Reviewed'],
    DIFFERENCE_ASKED: ['Đang hỏi Sở Tư pháp về khác biệt', 'Province asked about a difference'],
    RETURNED: ['Bị trả lại', 'Returned'],
    OFFICIALLY_UPDATED: ['Đã cập nhật chính thức', 'Officially updated'],
    ABANDONED: ['Đã bỏ', 'Abandoned'],
    ASKED: ['Chờ Trung tâm xem xét', 'Waits for the Centre'],
    PROPOSED: ['Chờ duyệt đề xuất', 'Proposal waits for approval'],
    RELEASED: ['Đã cấp mã mới', 'New code released'],
    MAPPED: ['Dùng mã đã có', 'Mapped to an existing code'],
    TAKEN_BACK: ['Đã rút đề nghị', 'Taken back'],
    LISTING: ['Chờ so danh sách', 'Lists to be compared'],
    SETTLING: ['Đang xử lý khác biệt', 'Differences being settled'],
    RECONCILED: ['Đã đối chiếu xong', 'Reconciled'],
    CALLED_OFF: ['Đã hủy đợt đối chiếu', 'Called off'],
  } satisfies ByCode<ApplicationStep | TransferStep | CodeRequestStep | ReconciliationStep>,
  role: {
    ONE_STOP_OFFICER: ['Cán bộ một cửa', 'One-stop officer'],
    LLTP_OFFICER: ['Chuyên viên lý lịch tư pháp', 'Case officer'],
    DIVISION_HEAD: ['Trưởng phòng', 'Head of division'],
    DIRECTOR: ['Lãnh đạo ký', 'Director'],
    SEAL_CLERK: ['Văn thư', 'Seal clerk'],
    RECORD_OFFICER: ['Cán bộ hồ sơ lý lịch', 'Record officer'],
    CENTRE_RECEIVER: ['Trung tâm: tiếp nhận', 'Centre: receiver'],
    CENTRE_REVIEWER: ['Trung tâm: soát xét', 'Centre: reviewer'],
    CENTRE_APPROVER: ['Trung tâm: phê duyệt', 'Centre: approver'],
    POLICE_LIAISON: ['Đầu mối công an', 'Police liaison'],
    COURT_LIAISON: ['Đầu mối tòa án', 'Court liaison'],
    MILITARY_COURT_LIAISON: ['Đầu mối tòa án quân sự', 'Military court liaison'],
    CENTRE_LIAISON: ['Trung tâm: tra cứu', 'Centre: look-up'],
    PROCURACY_LIAISON: ['Đầu mối viện kiểm sát', 'Procuracy liaison'],
    ENFORCEMENT_LIAISON: ['Đầu mối thi hành án dân sự', 'Civil enforcement liaison'],
    COMMUNE_LIAISON: ['Đầu mối ủy ban nhân dân cấp xã', 'Commune liaison'],
    POSTAL_OPERATOR: ['Bưu chính', 'Postal operator'],
    SUPERVISOR: ['Giám sát', 'Supervisor'],
    SYSTEM_ADMIN: ['Quản trị hệ thống', 'Administrator'],
    INTEGRATION: ['Hệ thống liên thông', 'Integration'],
    AGENCY: ['Hệ thống cơ quan', 'Agency system'],
    SYSTEM: ['Hệ thống', 'System'],
    APPLICANT: ['Người yêu cầu', 'Applicant'],
  } satisfies ByCode<ActorRole>,
  holder: {
    APPLICANT: ['Người yêu cầu', 'Applicant'],
    INTAKE: ['Tiếp nhận, trả kết quả', 'Intake and hand-over'],
    OFFICER: ['Chuyên viên', 'Case officer'],
    CHECKER: ['Kiểm tra', 'Checker'],
    SIGNER: ['Ký, phê duyệt', 'Signer'],
    REGISTRAR: ['Cấp số, đóng dấu', 'Numbers and seals'],
    AGENCY: ['Cơ quan được hỏi', 'Asked agency'],
    POST: ['Bưu chính', 'Post'],
    SYSTEM: ['Hệ thống gián đoạn', 'System down'],
  } satisfies ByCode<Holder>,
  heldBecause: {
    LOG: ['nhật ký hồ sơ', 'the case’s log'],
    OUTAGE: ['hệ thống gián đoạn', 'a system outage'],
    RULING: ['kiến nghị được chấp nhận', 'an accepted contest'],
  } satisfies ByCode<(typeof HELD_BECAUSE)[number]>,
  ruling: {
    OPEN: ['Chờ quyết định', 'To be ruled on'],
    ACCEPTED: ['Đã chấp nhận', 'Accepted'],
    REJECTED: ['Đã bác', 'Rejected'],
  } satisfies ByCode<(typeof RULINGS)[number] | 'OPEN'>,
  rightCopy: {
    PAPER: ['Bản giấy đúng', 'The paper is right'],
    ELECTRONIC: ['Bản điện tử đúng', 'The electronic copy is right'],
    NEITHER: ['Cả hai chưa đúng, lập lại và gửi lại', 'Neither: it is corrected and sent again'],
  } satisfies ByCode<Ruling>,
  queue: {
    mine: ['Của tôi', 'Mine'],
    unclaimed: ['Chưa ai nhận', 'Unclaimed'],
    returned: ['Trả lại cho tôi', 'Returned to me'],
    waiting: ['Chờ cơ quan khác', 'Waiting for others'],
    check: ['Chờ kiểm tra', 'To check'],
    sign: ['Chờ ký', 'To sign'],
    handover: ['Chờ trả kết quả', 'To hand over'],
    late: ['Trễ hạn', 'Late'],
    atRisk: ['Nguy cơ trễ', 'At risk'],
    all: ['Tất cả đang xử lý', 'All open'],
    closed: ['Đã kết thúc', 'Closed'],
    due: ['Chưa đến hạn', 'Not due yet'],
    received: ['Đã tiếp nhận', 'Received'],
    issued: ['Đã cấp phiếu', 'Certificate issued'],
    doneLate: ['Xong trễ hạn', 'Done late'],
    stock: ['Còn tồn cuối ngày', 'Open at the end of the day'],
  } satisfies ByCode<(typeof LISTS)[number]>,
  kind: {
    APPLICATION: ['Cấp phiếu', 'Certificate'],
    TRANSFER: ['Trao đổi hồ sơ', 'Record transfer'],
    CODE_REQUEST: ['Đề nghị cấp mã tội danh', 'Request for an offence code'],
    RECONCILIATION: ['Đối chiếu thông tin', 'Reconciliation'],
  },
  regime: {
    SIMPLE: ['Thông thường', 'Simple'],
    COMPLEX: ['Phức tạp', 'Complex'],
    URGENT: ['Khẩn cấp', 'Urgent'],
  } satisfies ByCode<(typeof REGIMES)[number]>,
  ground: {
    SEVERAL_RESIDENCES: ['Cư trú ở nhiều tỉnh', 'Lived in several provinces'],
    TIME_ABROAD: ['Có thời gian ở nước ngoài', 'Lived abroad'],
    FOREIGNER: ['Người nước ngoài', 'Foreigner'],
    EXPUNGEMENT_TO_VERIFY: ['Cần xác minh xóa án tích', 'Expungement to verify'],
    NOT_COMPETENT: ['Không thuộc thẩm quyền', 'Not our competence'],
    NOT_AUTHORISED: ['Người yêu cầu không có quyền', 'Requester not entitled'],
    PAPERS_INCOMPLETE_OR_FORGED: ['Giấy tờ không đủ hoặc giả mạo', 'Papers incomplete or forged'],
    SUBJECT_DIED: ['Đương sự đã chết', 'Subject died'],
    DUPLICATE: ['Trùng hồ sơ', 'Duplicate'],
    ENTERED_IN_ERROR: ['Nhập nhầm', 'Entered in error'],
    FRAUD: ['Gian dối hoặc giấy tờ giả', 'Fraud or forged papers'],
  } satisfies ByCode<
    | (typeof COMPLEX_GROUNDS)[number]
    | (typeof REFUSAL_GROUNDS)[number]
    | (typeof CANCEL_GROUNDS)[number]
  >,
  certificateType: {
    NO_1: ['Phiếu số 1', 'Certificate No. 1'],
    NO_2: ['Phiếu số 2', 'Certificate No. 2'],
  } satisfies ByCode<(typeof CERTIFICATE_TYPES)[number]>,
  channel: {
    COUNTER: ['Tại quầy', 'Counter'],
    POST: ['Bưu chính', 'Post'],
    MOJ_PORTAL: ['Cổng Bộ Tư pháp', 'Ministry portal'],
    PROVINCIAL_MCDT: ['Một cửa điện tử tỉnh', 'Provincial one-stop'],
    NATIONAL_PORTAL: ['Cổng DVC Quốc gia', 'National portal'],
    VNEID: ['VNeID', 'VNeID'],
  } satisfies ByCode<(typeof CHANNELS)[number]>,
  delivery: {
    COUNTER: ['Nhận tại quầy', 'Collect at the counter'],
    POST: ['Qua bưu chính', 'By post'],
  } satisfies ByCode<(typeof DELIVERIES)[number]>,
  conclusion: {
    NO_RECORD: ['Không có án tích', 'No conviction on record'],
    EXPUNGED: ['Đã được xóa án tích', 'Convictions expunged'],
    HAS_RECORD: ['Có án tích', 'Convictions on record'],
    FOREIGNER_CLEAN: [
      'Người nước ngoài: không có án tích tại Việt Nam',
      'Foreigner: no conviction in Viet Nam',
    ],
  } satisfies ByCode<(typeof CONCLUSIONS)[number]>,
  outcome: {
    NO_RECORD: ['Không có thông tin', 'No record'],
    RECORD_FOUND: ['Có thông tin án tích', 'Record found'],
    UNCLEAR: ['Chưa rõ', 'Unclear'],
    NEEDS_IDENTIFICATION: ['Cần làm rõ nhân thân', 'Needs identification'],
    CANNOT_ANSWER_YET: ['Chưa trả lời được', 'Cannot answer yet'],
    WAIVED: ['Không chờ trả lời (đã ký)', 'Waived by signature'],
  } satisfies ByCode<RequestOutcome>,
  verification: {
    POLICE: ['Công an', 'Police'],
    COURT: ['Tòa án', 'Court'],
    MILITARY_COURT: ['Tòa án quân sự trung ương', 'Central Military Court'],
    CENTRE: ['Trung tâm Lý lịch tư pháp quốc gia', 'National Centre'],
    PROCURACY: ['Viện kiểm sát', 'Procuracy'],
    ENFORCEMENT: ['Thi hành án dân sự', 'Civil enforcement'],
    COMMUNE: ['Ủy ban nhân dân cấp xã', 'Commune'],
  } satisfies ByCode<(typeof VERIFICATION_KINDS)[number]>,
  postEvent: {
    COLLECTED: ['Đã thu gom', 'Collected'],
    DELIVERED: ['Đã phát', 'Delivered'],
    RETURNED: ['Đã chuyển hoàn', 'Returned'],
  } satisfies ByCode<PostEvent>,
  gender: {
    MALE: ['Nam', 'Male'],
    FEMALE: ['Nữ', 'Female'],
    OTHER: ['Khác', 'Other'],
  } satisfies ByCode<(typeof GENDERS)[number]>,
  fee: {
    NORMAL: ['Mức thường', 'Normal'],
    REDUCED: ['Giảm phí', 'Reduced'],
    EXEMPT: ['Miễn phí', 'Exempt'],
  } satisfies ByCode<(typeof FEE_CATEGORIES)[number]>,
  paper: {
    APPLICATION_FORM: ['Tờ khai yêu cầu cấp phiếu', 'Application form'],
    IDENTITY_COPY: ['Bản sao giấy tờ tùy thân', 'Copy of identity document'],
    POWER_OF_ATTORNEY: ['Văn bản ủy quyền', 'Power of attorney'],
    FEE_EXEMPTION_PROOF: ['Giấy tờ miễn, giảm phí', 'Proof of fee exemption'],
    RESIDENCE_PROOF: ['Giấy tờ về nơi cư trú', 'Proof of residence'],
  } satisfies ByCode<ReceivedPaper>,
  certificateStatus: {
    VALID: ['Có hiệu lực', 'Valid'],
    REPLACED: ['Đã được thay thế', 'Replaced'],
    RECALLED: ['Đã thu hồi', 'Recalled'],
    UNKNOWN: ['Không có trong hệ thống', 'Not known'],
  } satisfies ByCode<'VALID' | 'REPLACED' | 'RECALLED' | 'UNKNOWN'>,
} satisfies Record<string, Record<string, Pair>>;

export type CodeGroup = keyof typeof codes;
