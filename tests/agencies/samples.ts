import type { AnswerMessage, ConvictionEntry } from '../../domain/agencyMessage.ts';
import type { PostItemRequest, VerificationRequestMessage } from '../../agencies/contract.ts';

/** A question of Nghệ An's department to its police; synthetic person. */
export function aRequest(change: Partial<VerificationRequestMessage> = {}) {
  const request: VerificationRequestMessage = {
    messageId: 'NA-P-2023-000001/POLICE-1/round-1',
    requestId: 'NA-P-2023-000001/POLICE-1',
    kind: 'POLICE',
    toUnit: 'PV06-40',
    fromUnit: 'STP-40',
    round: 1,
    askedAt: '2023-09-18T02:00:00.000Z',
    dueAt: '2023-09-25T16:59:59.999Z',
    purpose: 'Xin việc làm',
    legalBasis: 'Luật Lý lịch tư pháp 28/2009/QH12, Điều 47',
    person: {
      fullName: 'Nguyễn Thị Thử Nghiệm',
      otherNames: [],
      gender: 'FEMALE',
      birthDate: '1975-04',
      birthPlace: 'Nghệ An',
      nationality: 'VN',
      personalId: '040175000001',
      documents: [],
      parents: { father: 'Nguyễn Văn Mẫu', mother: null },
      residences: [{ from: '1989-04', to: null, place: 'Vinh, Nghệ An', provinceCode: '40' }],
    },
    identification: null,
    ...change,
  };
  return request;
}

/** The n-th question to the same unit, with ids of its own. */
export function requestNumber(n: number, change: Partial<VerificationRequestMessage> = {}) {
  const requestId = `NA-P-2023-${String(n).padStart(6, '0')}/POLICE-1`;
  return aRequest({ requestId, messageId: `${requestId}/round-1`, ...change });
}

export function anItem(change: Partial<PostItemRequest> = {}): PostItemRequest {
  return {
    messageId: 'NA-P-2023-000001/POST-9',
    caseId: 'NA-P-2023-000001',
    toUnit: 'BUUDIEN-40',
    fromUnit: 'STP-40',
    recipient: { fullName: 'Nguyễn Thị Thử Nghiệm', phone: null, address: 'Vinh, Nghệ An' },
    contents: 'CERTIFICATE',
    ...change,
  };
}

export const AN_ENTRY: ConvictionEntry = {
  judgmentNumber: '45/2008/HSST',
  judgmentDate: '2008-06-12',
  court: 'Tòa án nhân dân tỉnh Nghệ An',
  offence: 'Tội trộm cắp tài sản',
  provision: 'khoản 1 Điều 138 Bộ luật Hình sự năm 1999',
  penalty: '09 tháng tù',
  executionStatus: 'Đã chấp hành xong ngày 12/03/2009',
};

export function anAnswer(change: Partial<AnswerMessage> = {}): AnswerMessage {
  return {
    messageId: 'a-1',
    sequence: 1,
    requestId: 'NA-P-2023-000001/POLICE-1',
    fromUnit: 'PV06-40',
    outcome: 'NO_RECORD',
    entries: [],
    needed: null,
    reason: null,
    expectedAt: null,
    replaces: null,
    answeredAt: '2023-09-20T03:00:00.000Z',
    ...change,
  };
}
