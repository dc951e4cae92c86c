import type { ReceivedPaper } from '../flow/applicationState.ts';

/** Papers of a dossier as official texts call them. */
export const PAPER_NAMES: Record<ReceivedPaper, string> = {
  APPLICATION_FORM: 'Tờ khai yêu cầu cấp phiếu lý lịch tư pháp',
  IDENTITY_COPY: 'Bản sao giấy tờ tùy thân',
  POWER_OF_ATTORNEY: 'Văn bản ủy quyền',
  FEE_EXEMPTION_PROOF: 'Giấy tờ chứng minh được miễn, giảm phí',
  RESIDENCE_PROOF: 'Giấy tờ về nơi cư trú',
};
