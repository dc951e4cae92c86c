import type { StepName } from '../../domain/conviction/evaluation.ts';
import type { ByCode } from '../../domain/wording/pair.ts';
import { inBoth } from './inBoth.ts';

const page = inBoth({
  title: ['Tính xóa án tích', 'Expungement'],
  hint: [
    'Máy tính theo luật, chuyên viên quyết định. Tính đến ngày {{date}}.',
    'The rules are worked out by machine, the officer decides. As of {{date}}.',
  ],
  noJudgments: ['Không có bản án nào để tính.', 'There are no judgments to evaluate.'],
  noJudgmentsHint: [
    'Các câu trả lời đang có hiệu lực không nêu bản án nào.',
    'The answers in force tell of no judgment.',
  ],
  conclusion: ['Kết luận theo luật', 'Conclusion by the rules'],
  noConclusion: [
    'Chưa kết luận được: còn bản án chưa xác định.',
    'None yet: a judgment is undetermined.',
  ],
  on: ['ngày {{date}}', 'on {{date}}'],
  until: ['sớm nhất ngày {{date}}', 'not before {{date}}'],
  decision: ['Quyết định số {{number}}', 'Decision {{number}}'],
  missing: ['Còn thiếu', 'Missing'],
  asks: ['Cần hỏi', 'To be asked'],
  ofPapers: ['đọc trong hồ sơ', 'read in the papers'],
  reasoning: ['Lập luận ({{count}} bước)', 'Reasoning ({{count}} steps)'],
  allCodes: ['Chung', 'All'],
  unverified: ['chưa đối chiếu văn bản', 'not checked against the text'],
  longerThanLaw: [
    'Mức hình phạt dài hơn luật cho phép, kiểm tra lại',
    'The term is longer than the law allows: check it',
  ],
  complete: ['Bổ sung chi tiết bản án {{n}}', 'Complete judgment {{n}}'],
  completeShort: ['Bổ sung chi tiết', 'Complete'],
  correctShort: ['Sửa chi tiết', 'Correct'],
  evaluate: ['Tính lại', 'Evaluate'],
  readHint: [
    'Các ô có sẵn được đọc từ lời văn của bản án; đối chiếu trước khi dùng.',
    'Fields that are filled were read from the words of the judgment: check them.',
  ],
  chosen: ['Chuyên viên', 'Officer'],
  byRules: ['Theo luật', 'By the rules'],
  otherwise: ['Lý do khác kết quả tính', 'Why otherwise'],
  period_month: ['{{count}} tháng', '{{count}} months'],
  period_year: ['{{count}} năm', '{{count}} years'],
  years: ['năm', 'years'],
  months: ['tháng', 'months'],
});

const field = inBoth({
  standing: ['Tình trạng ghi trên phiếu', 'Standing on the certificate'],
  deviation: ['Lý do quyết định khác kết quả tính', 'Why otherwise than the evaluation'],
  basis: ['Căn cứ', 'Basis'],
  noJudgmentAt: ['Đã xác nhận không có bản án', 'Found no judgment'],
  effectiveDate: ['Ngày có hiệu lực', 'In force from'],
  offenceDate: ['Ngày phạm tội', 'Day of the offence'],
  offences: ['Điều luật áp dụng', 'Articles'],
  penalCode: ['Bộ luật', 'Code'],
  article: ['Điều', 'Article'],
  clause: ['Khoản', 'Clause'],
  ageClass: ['Tuổi khi phạm tội', 'Age at the offence'],
  ageFromBirth: ['Theo ngày sinh', 'By the birth date'],
  fault: ['Lỗi', 'Fault'],
  severity: ['Loại tội phạm', 'Class of crime'],
  principal: ['Hình phạt chính', 'Principal penalty'],
  months: ['Số tháng', 'Months'],
  state: ['Chấp hành', 'Execution'],
  doneOn: ['Ngày xong', 'Done on'],
  probationEnd: ['Hết thử thách', 'Probation ends'],
  additional: ['Hình phạt bổ sung', 'Additional penalties'],
  text: ['Nội dung', 'In words'],
  endsOn: ['Ngày hết hạn', 'Ends on'],
  civil: ['Nghĩa vụ dân sự', 'Civil obligations'],
  courtFees: ['Án phí', 'Court fees'],
  wanted: ['Truy nã', 'Wanted notice'],
  wantedIssued: ['Ngày ra quyết định', 'Issued on'],
  wantedEnded: ['Ngày ra trình diện, bị bắt', 'Surrender or arrest'],
  newCrime: ['Phạm tội mới', 'New crime'],
  courtDecisions: ['Quyết định của Tòa án về xóa án tích', 'Court decisions on expungement'],
  number: ['Số', 'Number'],
  date: ['Ngày', 'Date'],
  add: ['Thêm', 'Add'],
  remove: ['Bỏ', 'Remove'],
  notKnown: ['Chưa rõ', 'Not known'],
});

const steps = inBoth({
  RULES_APPLY: ['Bộ luật này được xét', 'This code is looked at'],
  DEEMED_NEGLIGENT: [
    'Lỗi vô ý, tội ít nghiêm trọng hoặc nghiêm trọng: không bị coi là có án tích',
    'Negligent and less serious or serious: no conviction counts',
  ],
  DEEMED_EXEMPTED: ['Được miễn hình phạt', 'Exempted from penalty'],
  DEEMED_JUVENILE: [
    'Dưới 18 tuổi khi phạm tội, thuộc diện được coi là không có án tích',
    'Under 18 at the offence, of a class that counts as none',
  ],
  DEEMED_MEASURE: [
    'Áp dụng biện pháp tư pháp với người dưới 18 tuổi',
    'Judicial measure for a person under 18',
  ],
  COURT_ONLY: [
    'Tội thuộc chương chỉ Tòa án mới xóa án tích',
    'An offence of which only a court expunges',
  ],
  PERIOD: ['Thời hạn xóa án tích theo hình phạt chính', 'Period by the principal penalty'],
  NO_PERIOD: [
    'Không có thời hạn cho hình phạt này trong điều luật',
    'The article has no period for this penalty',
  ],
  STARTED: ['Bắt đầu tính', 'Counted from'],
  WAIVED: [
    'Được miễn phần còn lại, coi như chấp hành xong',
    'The rest was waived, which counts as done',
  ],
  NOT_STARTED: ['Chưa bắt đầu tính', 'Not counted yet'],
  RESTARTED: [
    'Phạm tội mới khi chưa được xóa: tính lại từ khi chấp hành xong bản án mới',
    'A new crime before expungement: counted anew from the end of the new sentence',
  ],
  NO_LIMITATION: ['Không có thời hiệu thi hành', 'No limitation of execution'],
  LIMITATION_RUN: ['Thời hiệu thi hành bản án', 'Limitation of execution'],
  LIMITATION_RESTARTED: [
    'Phạm tội mới: thời hiệu tính lại',
    'A new crime: the limitation runs anew',
  ],
  WANTED: ['Truy nã: thời hiệu tính lại khi ra trình diện', 'Wanted: runs anew from surrender'],
  OTHER_PARTS: [
    'Các phần khác của bản án xong sau cùng',
    'The other parts of the judgment were done last',
  ],
  LENGTHENED: [
    'Hình phạt bổ sung dài hơn: hết thời hạn khi chấp hành xong',
    'An additional penalty lasts longer: the period ends with it',
  ],
  NOT_BEFORE: ['Không sớm hơn ngày Bộ luật có hiệu lực', 'Not before the code is in force'],
  OVER: ['Hết thời hạn', 'Over'],
  COURT_FROM: ['Được xin Tòa án xóa án tích', 'A court may be asked'],
  REFUSED: ['Tòa án đã bác đơn, phải chờ', 'A court refused: a wait'],
  SPECIAL_FROM: [
    'Sớm nhất nếu lập công, được đề nghị (trường hợp đặc biệt)',
    'Earliest for merit, on proposal (special case)',
  ],
  FAVOURABLE: ['Lấy kết quả có lợi cho người bị kết án', 'The favourable result is taken'],
  COURT_DECIDED: ['Tòa án đã quyết định xóa án tích', 'A court has expunged'],
  NO_JUDGMENT: [
    'Không cơ quan nào có bản án: suy đoán vô tội',
    'Nobody has a judgment: presumed innocent',
  ],
  OVERTURNED: ['Bản án đã bị hủy', 'The judgment was overturned'],
  ABOLISHED: [
    'Bộ luật sau không còn quy định hành vi này là tội phạm',
    'The later code no longer knows the offence',
  ],
  REMOVED: [
    'Thông tin về tội đã được xóa bỏ không còn trong lý lịch tư pháp',
    'Information on an abolished offence leaves the record',
  ],
  UNTRACEABLE: [
    'Không tra được việc chấp hành; đã đủ thời gian, không phạm tội mới',
    'Execution cannot be traced; the time is over without a new crime',
  ],
  NEW_CRIME_ASKED: [
    'Phải xác minh việc có phạm tội mới không',
    'Whether there was a new crime must be verified',
  ],
} satisfies ByCode<StepName>);

/** Words of the evaluation of convictions, on the case page and in the draft. */
export const evaluation = {
  vi: { ...page.vi, field: field.vi, step: steps.vi },
  en: { ...page.en, field: field.en, step: steps.en },
};
