import { inBoth } from './inBoth.ts';

const ask = inBoth({
  why: ['Vì sao hỏi', 'Why asked'],
  dueAt: ['Hạn trả lời', 'Due'],
  clarifyBy: ['Hạn làm rõ nhân thân', 'Say who is meant by'],
  askedBack: [
    'Đến lượt cán bộ: đơn vị được hỏi cần biết thêm về nhân thân',
    'Your turn: the asked unit needs to know more of who is meant',
  ],
  reusedFrom: ['Dùng trả lời của hồ sơ', 'Answer taken from'],
  shortcut: [
    'Không hỏi lại: người này đã xác minh không có án tích ở hồ sơ {{caseId}}, cấp phiếu ngày {{on}}',
    'Ask nobody again: this person was found clean in dossier {{caseId}}, certified on {{on}}',
  ],
  verifiedOffered: [
    'Người này đã được xác minh không có án tích ở hồ sơ trước; khi phân loại có thể không hỏi lại',
    'This person was found clean in an earlier dossier; classify may do without asking again',
  ],
  verifiedUsed: [
    'Không hỏi lại cơ quan nào: căn cứ hồ sơ trước của cùng người',
    'Nobody was asked: it rests on an earlier dossier of the same person',
  ],
  conflict: ['Trả lời của các cơ quan mâu thuẫn', 'The agencies contradict each other'],
  conflictHint: [
    'Đối chiếu hai bên, rồi chọn “Kết luận mâu thuẫn” và nêu lý do. Chưa kết luận thì chưa dự thảo được.',
    'Compare the two sides, then choose “Settle the contradiction” and give the reason. No draft before that.',
  ],
  settled: ['Đã kết luận mâu thuẫn', 'The contradiction is settled'],
  stands: ['được chọn', 'stands'],
  contested: [
    'Người được cấp phiếu không đồng ý với trả lời trước',
    'The person objects to what was answered before',
  ],
  onlyUnit: [
    'Đã đề nghị đơn vị đính chính hoặc giữ nguyên; cơ quan cấp phiếu không tự bỏ bản án này.',
    'The unit was asked to correct or to uphold it; the department does not leave it out by itself.',
  ],
  waiverWaits: [
    'Đề nghị không chờ trả lời này, chờ lãnh đạo ký',
    'Going on without this answer is proposed; it waits for the director',
  ],
  waived: ['Không chờ trả lời này', 'The case goes on without this answer'],
  waivedThenAnswered: [
    'Đã cho phép không chờ, sau đó cơ quan trả lời',
    'Waived before; the agency answered since',
  ],
  proposedBy: ['Đề nghị: {{by}}, {{at}}', 'Proposed by {{by}}, {{at}}'],
  signedBy: ['Ký cho phép: {{by}}, {{at}}', 'Signed by {{by}}, {{at}}'],
});

/** Words of the questions to agencies on the case page. */
export const questions = { vi: { ask: ask.vi }, en: { ask: ask.en } };
