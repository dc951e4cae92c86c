import * as z from 'zod';
import { UnitCode } from '../agencyMessage.ts';
import { CalendarDate, Instant, line, prose } from '../text.ts';
import { QUALITY_RULES, QUALITY_SOURCES } from './codes.ts';
import { SourceAnswer } from './finding.ts';

/** Kinds of units that a campaign asks. */
export const ASKED_SOURCES = ['POLICE', 'COURT', 'ENFORCEMENT', 'COMMUNE'] as const;

/** Findings are chosen when it starts; its report is written when it ends. */
export const CAMPAIGN_STATES = ['PREPARED', 'RUNNING', 'ENDED'] as const;

const TakingPart = z.strictObject({ source: z.enum(ASKED_SOURCES), unit: UnitCode });

const plan = {
  name: line(150),
  rules: z.array(z.enum(QUALITY_RULES)).min(1),
  /** Days of the judgments it is about; without them also what is found about persons. */
  judgedFrom: CalendarDate.nullable(),
  judgedTo: CalendarDate.nullable(),
  startsOn: CalendarDate,
  /** Day by which units are to have answered. */
  endsOn: CalendarDate,
  /** One unit for each kind of source; what no unit is asked the department mends itself. */
  units: z.array(TakingPart).max(ASKED_SOURCES.length),
};

/** Body of `POST /campaigns`. */
export const CampaignBody = z
  .strictObject(plan)
  .superRefine(({ judgedFrom, judgedTo, startsOn, endsOn, units }, context) => {
    const refuse = (path: (string | number)[], message: string): void => {
      context.addIssue({ code: 'custom', path, message });
    };
    if (endsOn < startsOn) refuse(['endsOn'], 'ENDS_BEFORE_IT_BEGINS');
    if (judgedFrom !== null && judgedTo !== null && judgedTo < judgedFrom) {
      refuse(['judgedTo'], 'ENDS_BEFORE_IT_BEGINS');
    }
    units.forEach(({ source }, at) => {
      const first = units.findIndex((one) => one.source === source);
      if (first < at) refuse(['units', at, 'source'], 'SOURCE_TWICE');
    });
  });
export type CampaignBody = z.infer<typeof CampaignBody>;

/** How far a campaign is at one source; every finding of it is counted once. */
export const CampaignProgress = z.strictObject({
  source: z.enum(QUALITY_SOURCES),
  /** The unit that is asked; null for the department itself. */
  unit: z.string().nullable(),
  all: z.int(),
  /** For the department to mend. */
  open: z.int(),
  /** Asked, and not answered yet. */
  asked: z.int(),
  /** Answered with a document to amend by. */
  answered: z.int(),
  /** Answered that there is none. */
  nothing: z.int(),
  mended: z.int(),
  setAside: z.int(),
});
export type CampaignProgress = z.infer<typeof CampaignProgress>;

export const CampaignLine = z.strictObject({
  id: z.uuid(),
  unit: z.string(),
  ...plan,
  state: z.enum(CAMPAIGN_STATES),
  madeBy: z.string(),
  madeAt: Instant,
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
});
export type CampaignLine = z.infer<typeof CampaignLine>;
export const Campaigns = z.strictObject({ campaigns: z.array(CampaignLine) });

/** A campaign with its progress: while it is prepared what it would take, when it has ended its report. */
export const CampaignPage = z.strictObject({
  campaign: CampaignLine,
  progress: z.array(CampaignProgress),
});
export type CampaignPage = z.infer<typeof CampaignPage>;

/** A running campaign as an asked unit sees it. */
export const ShareLine = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  department: z.string(),
  endsOn: CalendarDate,
  asked: z.int(),
  answered: z.int(),
});
export const Shares = z.strictObject({ shares: z.array(ShareLine) });

/** One finding of a unit's share: whom and what it is about, and what the unit answered. */
export const ShareItem = z.strictObject({
  finding: z.int(),
  rule: z.enum(QUALITY_RULES),
  personName: z.string(),
  birthDate: z.string(),
  /** The judgment or paper it is about; null where it is about the person. */
  paper: z.strictObject({ number: z.string(), date: CalendarDate, issuer: z.string() }).nullable(),
  answer: SourceAnswer.nullable(),
  answeredAt: Instant.nullable(),
});
export type ShareItem = z.infer<typeof ShareItem>;

export const SharePageQuery = z.strictObject({
  state: z.enum(['ASKED', 'ANSWERED']).default('ASKED'),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type SharePageQuery = z.infer<typeof SharePageQuery>;
export const SharePage = z.strictObject({
  share: ShareLine,
  items: z.array(ShareItem),
  total: z.int(),
});

/** Body of `POST /campaigns/{id}/items/{finding}/answer`: the document the unit has, or that it has none. */
export const ShareAnswer = z.discriminatedUnion('has', [
  z.strictObject({
    has: z.literal(true),
    number: line(60),
    date: CalendarDate,
    issuer: line(150),
    content: prose(1000),
    /** Copy of the document, uploaded before. */
    scan: z.uuid().nullable(),
  }),
  z.strictObject({ has: z.literal(false) }),
]);
export type ShareAnswer = z.infer<typeof ShareAnswer>;
