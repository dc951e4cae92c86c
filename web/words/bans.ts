import { inBoth } from './inBoth.ts';

const page = inBoth({
  known: [
    'Lệnh cấm đang còn hiệu lực trong bản lý lịch của người này',
    'Bans that run in this person’s records',
  ],
  asOf: [
    'Theo các bản lý lịch đã kết luận là của cùng một người, tính đến ngày {{date}}.',
    'By the records decided to be of the same person, as of {{date}}.',
  ],
  noneKnown: ['Không có lệnh cấm nào đang còn hiệu lực.', 'No ban runs.'],
  stated: [
    'Cấm đảm nhiệm chức vụ, thành lập, quản lý doanh nghiệp, hợp tác xã ghi trên phiếu',
    'Business bans the certificate states',
  ],
  noneStated: [
    'Phiếu ghi: không bị cấm đảm nhiệm chức vụ, thành lập, quản lý doanh nghiệp, hợp tác xã.',
    'The certificate says that there is no ban.',
  ],
  ban: ['Lệnh cấm {{n}}', 'Ban {{n}}'],
  add: ['Thêm lệnh cấm', 'Add a ban'],
  remove: ['Bỏ lệnh cấm {{n}}', 'Remove ban {{n}}'],
  decided: ['Quyết định số {{decision}} ngày {{date}}', 'Decision {{decision}} of {{date}}'],
  term: ['từ ngày {{from}} đến hết ngày {{until}}', 'from {{from}} up to and including {{until}}'],
  records: ['Bản lý lịch {{numbers}}', 'Record {{numbers}}'],
});

const field = inBoth({
  decision: ['Quyết định số', 'Decision'],
  date: ['Ngày quyết định', 'Date of the decision'],
  court: ['Tòa án', 'Court'],
  content: ['Chức vụ bị cấm', 'What is banned'],
  until: ['Cấm đến hết ngày', 'Banned up to and including'],
  banDeviation: ['Lý do ghi khác bản lý lịch', 'Why otherwise than the records say'],
});

/** Words about bans on office, founding and managing firms, on the case page and in the draft. */
export const bans = {
  vi: { ...page.vi, field: field.vi },
  en: { ...page.en, field: field.en },
};
