import type { ApplicationSubmission } from '../domain/application.ts';
import { makePerson } from './people.ts';
import type { Random } from './random.ts';

export interface SubmissionWishes {
  unit: string;
  provinceCode: string;
  onDate: string;
  channel: ApplicationSubmission['channel'];
  externalCode?: string | null;
  accept: boolean;
  delivery?: ApplicationSubmission['delivery'];
}

const PURPOSES = [
  'Xin việc làm',
  'Bổ sung hồ sơ cá nhân',
  'Đi lao động nước ngoài',
  'Cấp phép hành nghề',
];

/** A believable application of a synthetic person, complete and with the fee settled. */
export function makeSubmission(random: Random, wishes: SubmissionWishes): ApplicationSubmission {
  const { subject } = makePerson(random, wishes);
  const delivery = wishes.delivery ?? (random.chance(0.6) ? 'POST' : 'COUNTER');
  const residence = subject.permanentResidence ?? subject.temporaryResidence;
  const address = residence ?? { text: 'Trung tâm thành phố', provinceCode: wishes.provinceCode };
  return {
    unit: wishes.unit,
    channel: wishes.channel,
    externalCode: wishes.externalCode ?? null,
    certificateType: random.chance(0.8) ? 'NO_1' : 'NO_2',
    purpose: random.pick(PURPOSES),
    banStatementWanted: random.chance(0.1),
    copies: 1,
    urgent: false,
    subject,
    agent: null,
    delivery,
    deliveryAddress: delivery === 'POST' ? address : null,
    feeCategory: 'NORMAL',
    feeReason: null,
    feeSettled: true,
    papers: ['APPLICATION_FORM', 'IDENTITY_COPY'],
    accept: wishes.accept,
    note: null,
  };
}
