import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { clearMoves, insertRun, type NewRun } from '../../db/desk/lawRuns.ts';
import { listDrafts } from '../../db/desk/lawDrafts.ts';
import { findRun, listReplanFailures, listRunsOf } from '../../db/read/lawRuns.ts';
import type { Account } from '../../domain/account.ts';
import { DraftForm, LawDraft } from '../../domain/law/draft.ts';
import {
  ApprovalPreview,
  Confirmation,
  DiscardPreview,
  LawRun,
  ReplanFailure,
} from '../../domain/law/run.ts';
import { servesAllUnits } from '../../domain/permission.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { approve, previewApproval } from '../law/approval.ts';
import {
  changeDraft,
  checkChange,
  createDraft,
  discard,
  draftOf,
  openDraftOf,
  previewDiscard,
} from '../law/drafts.ts';
import { LawRuns } from '../law/lawRuns.ts';
import { rehearse } from '../law/rehearse.ts';
import { once } from '../once.ts';
import { refusals } from '../problem.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';
import { addRunRoutes, type App } from './lawRuns.ts';

const tags = ['law'];
const params = z.object({ id: z.uuid() });
const DraftPage = z.object({
  draft: LawDraft,
  runs: z.array(LawRun),
  failures: z.array(ReplanFailure),
});

/** Changes of the law from draft to publication; the runs go on beside the requests. */
export const draftRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  const runs = new LawRuns(deps);
  app.addHook('onReady', async () => runs.watch());
  app.addHook('onClose', () => runs.close());
  addRunRoutes(app, deps, runs);

  app.get(
    '/drafts',
    {
      schema: {
        tags,
        querystring: z.strictObject({ discarded: z.stringbool().default(false) }),
        response: { 200: z.object({ drafts: z.array(LawDraft) }), ...refusals },
      },
    },
    async (request) => {
      permitted(request, 'draft.read');
      return { drafts: [...(await listDrafts(deps.pool, request.query))] };
    },
  );

  app.get(
    '/drafts/:id',
    { schema: { tags, params, response: { 200: DraftPage, ...refusals } } },
    async (request) => {
      const account = permitted(request, 'draft.read');
      const owner = servesAllUnits(account) ? null : account.unit;
      const draft = await draftOf(deps, request.params.id);
      const { version } = draft;
      const failures = version === null ? [] : await listReplanFailures(deps.pool, version, owner);
      return {
        draft,
        runs: [...(await listRunsOf(deps.pool, draft.id))],
        failures: [...failures],
      };
    },
  );

  app.post(
    '/drafts',
    { schema: { tags, body: DraftForm, response: { 201: LawDraft, ...refusals } } },
    async (request, reply) => {
      const account = permitted(request, 'draft.write');
      const made = await once(deps.pool, request, account.id, (key) =>
        createDraft(deps, account, request.body, key),
      );
      return reply.status(201).send(made);
    },
  );

  app.put(
    '/drafts/:id',
    {
      schema: {
        tags,
        params,
        body: z.strictObject({ rev: z.int(), form: DraftForm }),
        response: { 200: LawDraft, ...refusals },
      },
    },
    async (request) => {
      const account = permitted(request, 'draft.write');
      const edit = { id: request.params.id, ...request.body };
      return once(deps.pool, request, account.id, () => changeDraft(deps, account, edit));
    },
  );
  addDeedRoutes(app, deps, runs);
};

/** What is done with a draft: discard, rehearse, approve; what cannot be undone in two steps. */
function addDeedRoutes(app: App, deps: ApiDeps, runs: LawRuns): void {
  app.get(
    '/drafts/:id/discard',
    { schema: { tags, params, response: { 200: DiscardPreview, ...refusals } } },
    async (request) => {
      permitted(request, 'draft.write');
      return previewDiscard(deps, request.params.id);
    },
  );

  app.post(
    '/drafts/:id/discard',
    { schema: { tags, params, body: Confirmation, response: { 200: LawDraft, ...refusals } } },
    async (request) => {
      const account = permitted(request, 'draft.write');
      return once(deps.pool, request, account.id, () =>
        discard(deps, request.params.id, request.body.token),
      );
    },
  );

  app.post(
    '/drafts/:id/rehearsal',
    { schema: { tags, params, response: { 202: LawRun, ...refusals } } },
    async (request, reply) => {
      const account = permitted(request, 'draft.read');
      if (!servesAllUnits(account)) throw new Refused('NOT_YOUR_UNIT');
      const run = await once(deps.pool, request, account.id, (key) =>
        beginRehearsal(deps, runs, account, { draftId: request.params.id, key }),
      );
      return reply.status(202).send(run);
    },
  );

  app.get(
    '/drafts/:id/approval',
    { schema: { tags, params, response: { 200: ApprovalPreview, ...refusals } } },
    async (request) =>
      previewApproval(deps, permitted(request, 'draft.approve'), request.params.id),
  );

  app.post(
    '/drafts/:id/approval',
    { schema: { tags, params, body: Confirmation, response: { 200: LawDraft, ...refusals } } },
    async (request) => {
      const account = permitted(request, 'draft.approve');
      const confirmed = { id: request.params.id, token: request.body.token };
      return once(deps.pool, request, account.id, () => approve(deps, runs, account, confirmed));
    },
  );
}

/** Begin to rehearse a draft as it stands; the earlier rehearsals' rows give way to the new ones. */
async function beginRehearsal(
  deps: ApiDeps,
  runs: LawRuns,
  account: Account,
  { draftId, key }: { draftId: string; key: string },
): Promise<LawRun> {
  const draft = await openDraftOf(deps, draftId);
  await checkChange(deps, draft.change);
  const run: NewRun = {
    id: key,
    kind: 'REHEARSAL',
    draftId,
    draftRev: draft.rev,
    title: draft.title,
    change: draft.change,
    unit: null,
    periodFrom: null,
    periodTo: null,
    askedBy: account.id,
    askedUnit: account.unit,
    askedAt: nowIso(deps),
  };
  // A repeat of the request is the same run: what it found stays.
  if (await insertRun(deps.pool, run)) {
    await clearMoves(deps.pool, draftId);
    runs.begin(run.id, (tell) => rehearse(deps, run, tell));
  }
  const kept = await findRun(deps.pool, run.id);
  if (kept === null) throw new Refused('NOT_FOUND');
  const { askedUnit: _unit, ...shown } = kept;
  return shown;
}
