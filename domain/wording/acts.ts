import type { ActName } from '../acts.ts';
import type { ByCode } from './pair.ts';

/** Acts that open a case, those of agencies and of the case's own timer, and letters: only lines of the log. */
type SystemAct =
  | 'submit'
  | 'receiveAndAccept'
  | 'enterRecord'
  | 'registerPaper'
  | 'askForCode'
  | 'beginReconciliation'
  | 'listDifferences'
  | 'listAgain'
  | 'answerVerification'
  | 'escalate'
  | 'lapse'
  | 'recalculate'
  | 'apologise'
  | 'cancelApology';

/** Acts as buttons and as lines of the log; the last ones are done by agencies and by the system. */
export const acts = {
  accept: ['Tiếp nhận', 'Accept'],
  requestSupplement: ['Yêu cầu bổ sung', 'Request supplement'],
  receiveSupplement: ['Nhận bổ sung', 'Receive supplement'],
  refuse: ['Từ chối giải quyết', 'Refuse'],
  classify: ['Phân loại và gửi xác minh', 'Classify and ask for verification'],
  reclassify: ['Chuyển diện phức tạp', 'Reclassify as complex'],
  extendClock: ['Kéo dài hạn trả lời', 'Extend the answer’s term'],
  identify: ['Bổ sung nhân thân', 'Give identification'],
  askUnit: ['Hỏi thêm đơn vị', 'Ask a further unit'],
  askAgain: ['Hỏi lại', 'Ask again'],
  reuseAnswer: ['Dùng trả lời đã có', 'Use an earlier answer'],
  proposeWaiver: ['Đề nghị không chờ trả lời', 'Propose to go on without an answer'],
  signWaiver: ['Ký cho phép không chờ', 'Sign the waiver'],
  declineWaiver: ['Không đồng ý, tiếp tục chờ', 'Decline; keep waiting'],
  settleConflict: ['Kết luận mâu thuẫn', 'Settle the contradiction'],
  draft: ['Thẩm tra và dự thảo', 'Evaluate and draft'],
  check: ['Kiểm tra, ký nháy', 'Check and initial'],
  return: ['Trả lại', 'Return'],
  sign: ['Ký phiếu', 'Sign'],
  issue: ['Cấp số, đóng dấu', 'Number and seal'],
  post: ['Gửi bưu chính', 'Post'],
  handOver: ['Trả kết quả', 'Hand over'],
  confirmDelivery: ['Xác nhận đã phát', 'Confirm delivery'],
  returnUndelivered: ['Chuyển hoàn', 'Return undelivered'],
  recall: ['Thu hồi phiếu', 'Recall certificate'],
  withdraw: ['Rút hồ sơ', 'Withdraw'],
  cancel: ['Hủy hồ sơ', 'Cancel the case'],
  send: ['Gửi Trung tâm', 'Send to the Centre'],
  correct: ['Sửa thông tin', 'Correct'],
  correctSlip: ['Sửa phiếu bổ sung', 'Correct the slip'],
  abandon: ['Bỏ hồ sơ', 'Abandon'],
  postPaper: ['Ghi nhận đã gửi bản giấy', 'Note the paper as posted'],
  registerPaper: ['Nhận bản giấy', 'Register the paper'],
  askSupplier: ['Hỏi Sở Tư pháp về khác biệt', 'Ask the province about the difference'],
  answerDifference: ['Trả lời về khác biệt', 'Answer about the difference'],
  receive: ['Nhận hồ sơ', 'Receive'],
  checkRecord: ['Kiểm tra thông tin', 'Check record'],
  review: ['Soát xét', 'Review'],
  updateOfficially: ['Cập nhật chính thức', 'Update officially'],
  returnRecord: ['Trả lại hồ sơ', 'Return record'],
  askForCode: ['Đề nghị cấp mã', 'Ask for a code'],
  proposeEntry: ['Đề xuất mã mới', 'Propose a new code'],
  proposeMapping: ['Đề xuất mã đã có', 'Propose an existing code'],
  grantCode: ['Duyệt đề xuất', 'Approve the proposal'],
  returnProposal: ['Trả lại đề xuất', 'Return the proposal'],
  takeBack: ['Rút đề nghị', 'Take the request back'],
  beginReconciliation: ['Mở đợt đối chiếu', 'Begin the reconciliation'],
  listDifferences: ['Lập danh sách khác biệt', 'List the differences'],
  listAgain: ['Đối chiếu lại', 'Compare again'],
  closeReconciliation: ['Kết thúc đối chiếu', 'Close the reconciliation'],
  cancelReconciliation: ['Hủy đợt đối chiếu', 'Call the reconciliation off'],
  submit: ['Nộp hồ sơ', 'Submit'],
  receiveAndAccept: ['Tiếp nhận hồ sơ', 'Receive and accept'],
  enterRecord: ['Nhập hồ sơ', 'Enter record'],
  answerVerification: ['Trả lời xác minh', 'Answer verification'],
  escalate: ['Nhắc hạn', 'Escalate'],
  lapse: ['Hết hạn bổ sung', 'Lapse'],
  recalculate: ['Tính lại hạn theo lịch mới', 'Recalculate under a new calendar'],
  apologise: ['Ký phiếu xin lỗi, hẹn lại', 'Sign apology with a new date'],
  cancelApology: ['Hủy phiếu xin lỗi', 'Cancel the letter of apology'],
} satisfies ByCode<ActName | SystemAct>;
