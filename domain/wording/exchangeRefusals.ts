import { MOST_MINUTES_LINES } from '../fileRows.ts';
import { groupedDigits } from './groupedDigits.ts';

/** Texts of refusals in the exchange of records between the provinces and the National Centre. */
export const EXCHANGE_REFUSALS = {
  ELECTRONIC_ONLY: {
    vi: 'Giao dịch này chỉ gửi bằng đường điện tử, không có bản giấy.',
    en: 'This transfer goes electronically only; there is no paper.',
  },
  PAPER_POSTED: {
    vi: 'Bản giấy đã được ghi nhận là đã gửi bưu chính.',
    en: 'The paper is already noted as posted.',
  },
  PAPER_KNOWN: {
    vi: 'Bản giấy này đã vào sổ. Mở giao dịch để xem bản đã nhập.',
    en: 'This paper is in the register already. Open the transfer to see what was typed from it.',
  },
  PAPER_NOT_ARRIVED: {
    vi: 'Chưa nhận được bản giấy. Trong thời gian thử nghiệm chỉ cập nhật chính thức khi có đủ cả hai bản.',
    en: 'The paper has not arrived. During the trial an official update needs both copies.',
  },
  DIFFERENCE_OPEN: {
    vi: 'Bản điện tử và bản giấy còn khác nhau. Hỏi Sở Tư pháp và chờ trả lời.',
    en: 'The electronic copy and the paper differ. Ask the province and wait for its answer.',
  },
  NO_DIFFERENCE: {
    vi: 'Hai bản không khác nhau, không có gì để hỏi.',
    en: 'Both copies agree; there is nothing to ask.',
  },
  TRANSFER_OF_OTHER_KIND: {
    vi: 'Giao dịch này thuộc loại khác: bản lý lịch và phiếu bổ sung có mẫu sửa riêng.',
    en: 'This transfer is of the other kind: records and slips are corrected each with its own form.',
  },
  UNKNOWN_RECORD: {
    vi: 'Không có bản lý lịch với mã số này. Kiểm tra lại mã số.',
    en: 'There is no record with this number. Check the number.',
  },
  RECORD_OF_OTHER_PROVINCE: {
    vi: 'Bản lý lịch này do tỉnh khác lập. Chuyển thông tin cho Sở Tư pháp tỉnh đó.',
    en: 'Another province keeps this record. Pass the information on to it.',
  },
  RECORD_NOT_OFFICIAL: {
    vi: 'Bản lý lịch gốc chưa được cập nhật chính thức. Cập nhật bản đó trước rồi mới bổ sung hoặc nhập.',
    en: 'The record itself is not officially updated yet. Update it first, then the slip or the merge.',
  },
  SLIP_KNOWN: {
    vi: 'Phiếu bổ sung này đã có: cùng loại, số, ngày và nơi ban hành.',
    en: 'This slip is there already: same kind, number, date and issuing body.',
  },
  EARLIER_SLIP_OPEN: {
    vi: 'Phiếu bổ sung lập trước của bản lý lịch này chưa xong. Cập nhật phiếu đó trước.',
    en: 'A slip of this record that was entered before is not finished. Update that one first.',
  },
  LATER_SLIP_OPEN: {
    vi: 'Phiếu bổ sung lập sau của bản lý lịch này còn đang xử lý. Chờ phiếu đó xong hoặc hủy phiếu đó trước.',
    en: 'A slip of this record that was entered later is under way. Wait until it is finished, or give that one up first.',
  },
  EARLIER_CHANGE_UNTOLD: {
    vi: 'Một thay đổi được duyệt trước của bản lý lịch này chưa báo Trung tâm. Báo thay đổi đó trước; phiếu đã gửi trước thì Trung tâm trả lại.',
    en: 'A change of this record that was approved earlier is not with the Centre yet. Tell that one first; a slip sent before it is returned.',
  },
  MERGE_NOT_APPLIED: {
    vi: 'Trung tâm chưa áp dụng thông báo nhập bản lý lịch này. Áp dụng thông báo đó trước rồi cập nhật phiếu.',
    en: 'A notice that merges this record is not applied at the Centre yet. Apply it first, then update by the slip.',
  },
  JUDGMENT_NOT_AT_CENTRE: {
    vi: 'Bản của Trung tâm chưa có bản án này. Báo thay đổi đã duyệt và chờ Trung tâm cập nhật, rồi lập phiếu; phiếu đã gửi thì trả lại.',
    en: 'The Centre’s copy does not hold this judgment. Tell the approved change and wait for the update, then enter the slip; a slip already sent is returned.',
  },
  RECORD_FULL: {
    vi: 'Bản lý lịch không ghi thêm được: đã đủ số mục, kể cả các phiếu đang xử lý. Hủy hoặc trả lại phiếu này.',
    en: 'The record takes no more entries, those of slips under way counted. Give this slip up, or return it.',
  },
  APPROVED_CHANGE_STANDS: {
    vi: 'Phiếu này báo một thay đổi đã được duyệt, không nhập lại. Nếu thay đổi sai, đề nghị thay đổi mới tại bản lý lịch.',
    en: 'This slip tells of an approved change, which is not typed anew. If it is wrong, propose another change of the record.',
  },
  RETURNED_UNCHANGED: {
    vi: 'Hồ sơ bị trả lại và chưa được sửa. Mở hồ sơ, xem lý do trả lại, rồi gửi riêng hồ sơ này.',
    en: 'It was returned and has not been corrected since. Open it, read the reason, and send it by itself.',
  },
  NOTHING_TO_TELL: {
    vi: 'Không có thay đổi đã duyệt nào để báo bằng phiếu bổ sung; việc nhập bản lý lịch được báo bằng thông báo.',
    en: 'There is no approved change that a slip would tell of; a merge is told by a notice.',
  },
  NOT_DISPATCHABLE: {
    vi: 'Có giao dịch chưa gửi, không thuộc đơn vị, hoặc đã có công văn cho lần gửi này.',
    en: 'One of these was not sent, is another unit’s, or has a cover letter for this sending already.',
  },
  RECONCILIATION_OPEN: {
    vi: 'Kỳ này với bên này đã có một đợt đối chiếu chưa kết thúc. Mở đợt đó để làm tiếp.',
    en: 'A reconciliation of this period with this side is open already. Go on with that one.',
  },
  RECONCILIATION_NOT_OPEN: {
    vi: 'Đợt đối chiếu không ở bước xử lý khác biệt.',
    en: 'The differences of this reconciliation are not being settled now.',
  },
  DIFFERENCES_UNSETTLED: {
    vi: 'Còn khác biệt chưa xử lý. Xử lý hết rồi mới kết thúc đối chiếu.',
    en: 'Some differences are not settled. Settle all of them, then close.',
  },
  STILL_DIFFERENT: {
    vi: 'Hai bên vẫn chưa khớp. Gửi phiếu, sửa bản lý lịch hoặc vào sổ trước, rồi ghi nhận.',
    en: 'Both sides still do not agree. Send the slip, amend the record or enter the paper first.',
  },
  MINUTES_TOO_LONG: {
    vi: `Biên bản sẽ có hơn ${groupedDigits(MOST_MINUTES_LINES, '.')} dòng, không in một phần. Xuất danh sách khác biệt ra tệp.`,
    en: `The minutes would have more than ${groupedDigits(MOST_MINUTES_LINES, ',')} lines, and a part is not printed. Export the list of differences as a file.`,
  },
  SUPPLIER_LIST_MISSING: {
    vi: 'Đối chiếu với đơn vị cung cấp cần danh sách đơn vị đó đã gửi trong kỳ.',
    en: 'A reconciliation with a supplier needs the list of what it says it sent.',
  },
} as const;
