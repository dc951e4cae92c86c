import * as z from 'zod';
import { ConvictionEntry, RequestId, UnitCode } from './agencyMessage.ts';
import { AskedPerson, DeskFilter, NamedJudgment } from './desk.ts';
import { VERIFICATION_KINDS, VERIFICATION_OUTCOMES } from './flow/verification.ts';
import { REFUSALS, type RefusalCode } from './refusal.ts';
import { Instant } from './text.ts';

/** Requests that one packet may hold. */
export const MOST_IN_PACKET = 1_000;
/** Calendar days for which a packet may be answered. A rule of the office, not of law. */
export const PACKET_DAYS = 14;

/** A request as it is put into a packet: the question, in its round, about one person. */
export const PacketRequest = z.strictObject({
  requestId: z.string(),
  round: z.int(),
  kind: z.enum(VERIFICATION_KINDS),
  askedBy: z.string(),
  purpose: z.string(),
  legalBasis: z.string(),
  dueAt: Instant,
  person: AskedPerson,
  identification: z.string().nullable(),
  /** What a court is asked about; packets signed earlier have none. */
  judgments: z.array(NamedJudgment).default([]),
});
export type PacketRequest = z.infer<typeof PacketRequest>;

/** What the office signs: open requests of one unit. Instants are business time. */
export const PacketContent = z.strictObject({
  packetId: z.uuid(),
  /** In whose name it is signed. */
  fromUnit: UnitCode,
  /** The asked unit, which alone may answer it. */
  unit: UnitCode,
  issuedAt: Instant,
  expiresAt: Instant,
  requests: z.array(PacketRequest).min(1).max(MOST_IN_PACKET),
});
export type PacketContent = z.infer<typeof PacketContent>;

/** One answer as a unit's own system writes it into the packet; judged row by row. */
const WrittenAnswer = z.looseObject({ requestId: RequestId });
export type WrittenAnswer = z.infer<typeof WrittenAnswer>;

export const PACKET_FORMAT = 'lltp-packet/1';
/** The file `.lltp`: the signed packet, and answers where no sheet is used. */
export const PacketFile = z.strictObject({
  format: z.literal(PACKET_FORMAT),
  packet: z.string().regex(/^[\w-]+\.[\w-]+\.[\w-]+$/),
  answers: z.array(WrittenAnswer).max(MOST_IN_PACKET).default([]),
});

/** Text of a file; a NUL shows that it is none, such as UTF-16 read as UTF-8. */
const writtenText = z.string().refine((text) => !text.includes('\u0000'), 'NOT_A_TEXT');

/** Body of `POST /packets`: which open requests of one's unit, soonest due first. */
export const PacketOrder = DeskFilter.omit({ state: true }).extend({
  most: z.int().min(1).max(MOST_IN_PACKET).default(MOST_IN_PACKET),
});
export type PacketOrder = z.infer<typeof PacketOrder>;

export const Packet = z.strictObject({
  id: z.uuid(),
  madeBy: z.string(),
  madeAt: Instant,
  expiresAt: Instant,
  requests: z.int(),
  /** Of its requests, those still without a final answer. */
  open: z.int(),
});
export type Packet = z.infer<typeof Packet>;

/** Body of `POST /packets/uploads`: the packet's file word for word, and the answer sheet. */
export const UploadForm = z.strictObject({
  file: writtenText.min(1),
  sheet: writtenText.nullable(),
});
export type UploadForm = z.infer<typeof UploadForm>;

export const UPLOAD_STATES = ['REFUSED', 'PREVIEWED', 'RUNNING', 'STOPPED', 'DONE'] as const;
export const ROW_STATES = ['READY', 'REFUSED', 'ON_THE_WAY', 'DONE'] as const;
export type RowState = (typeof ROW_STATES)[number];

const code = z.enum(Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]]);

/** An upload of answers: refused as a whole, to be confirmed, or how far its import is. */
export const PacketUpload = z.strictObject({
  id: z.uuid(),
  packetId: z.uuid().nullable(),
  state: z.enum(UPLOAD_STATES),
  code: code.nullable(),
  /** The refusal as a sentence in the reader's language, or null. */
  reason: z.string().nullable(),
  uploadedBy: z.string(),
  uploadedAt: Instant,
  confirmedBy: z.string().nullable(),
  confirmedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  /** Requests of the packet; those that the upload says nothing about stay open. */
  requests: z.int(),
  rows: z.record(z.enum(ROW_STATES), z.int()),
  /** Rows that may be or were answered, by what they say. */
  outcomes: z.partialRecord(z.enum(VERIFICATION_OUTCOMES), z.int()),
});
export type PacketUpload = z.infer<typeof PacketUpload>;

/** What became of one row. */
export const PacketRow = z.strictObject({
  n: z.int(),
  requestId: z.string(),
  fullName: z.string(),
  /** Lines of the sheet it was read from, such as `7` or `7-9`. */
  lines: z.string().nullable(),
  outcome: z.string().nullable(),
  /** The answer in full where it names judgments: it is read again before it is confirmed. */
  entries: z.array(ConvictionEntry),
  state: z.enum(ROW_STATES),
  code: code.nullable(),
  reason: z.string().nullable(),
  fields: z.array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() })),
});
export type PacketRow = z.infer<typeof PacketRow>;

export const PacketRowQuery = z.strictObject({
  state: z.enum(ROW_STATES).optional(),
  outcome: z.enum(VERIFICATION_OUTCOMES).optional(),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
  limit: z.coerce.number().int().min(1).max(MOST_IN_PACKET).default(50),
});
export type PacketRowQuery = z.infer<typeof PacketRowQuery>;
export const PacketRows = z.strictObject({ rows: z.array(PacketRow), total: z.int() });

export const PacketPage = z.strictObject({
  page: z.coerce.number().int().min(1).max(1_000).default(1),
});
export const Packets = z.strictObject({ packets: z.array(Packet), total: z.int() });
export const PacketUploads = z.strictObject({ uploads: z.array(PacketUpload), total: z.int() });

/** Body of `POST /packets/uploads/{id}/confirm`: requests whose found record is confirmed a second time. */
export const UploadConfirmation = z.strictObject({
  confirmed: z.array(RequestId).max(MOST_IN_PACKET),
});
