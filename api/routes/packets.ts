import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { packetRuns } from '../../db/desk/importRuns.ts';
import { confirmUpload } from '../../db/desk/packets.ts';
import { findPacketBy, listPackets, listUploads } from '../../db/read/packets.ts';
import {
  Packet,
  PacketOrder,
  PacketPage,
  PacketRowQuery,
  PacketRows,
  Packets,
  PacketUpload,
  PacketUploads,
  UploadConfirmation,
  UploadForm,
} from '../../domain/packet.ts';
import { PACKET_ROW_FILE } from '../../domain/wording/files/bookFiles.ts';
import { asDownload } from '../csv.ts';
import { sendList } from '../listFile.ts';
import { type ApiDeps, nowIso } from '../deps.ts';
import { once } from '../once.ts';
import { PacketImports } from '../packets/imports.ts';
import { ownPacket, ownUpload, uploadedRows } from '../packets/keptPackets.ts';
import { answerSheetOf, makePacket, packetFileOf } from '../packets/makePacket.ts';
import { uploadShown } from '../packets/shown.ts';
import { uploadPacket } from '../packets/uploadPacket.ts';
import { languageOf, Problem, refusals } from '../problem.ts';
import { Refused } from '../refused.ts';
import { permitted } from '../session.ts';
import { WHOLE_LIST } from '../wholeList.ts';

const tags = ['liaison'];
const params = z.object({ id: z.uuid() });
/** A packet of a thousand requests with its sheet, twice over. */
const LARGEST_UPLOAD = 12_000_000;

/** Packets of requests: signed and downloaded, answered elsewhere, uploaded, previewed, imported. */
export const packetRoutes: FastifyPluginAsyncZod<ApiDeps> = async (app, deps) => {
  const imports = new PacketImports(deps);
  imports.watch();
  app.addHook('onClose', () => imports.close());

  app.post(
    '/packets',
    { schema: { tags, body: PacketOrder, response: { 201: Packet, ...refusals } } },
    async (request, reply) => {
      const account = permitted(request, 'desk.answer');
      const packet = await once(deps.pool, request, account.id, async (key) => {
        await makePacket(deps, account, request.body, key);
        const made = await findPacketBy(deps.pool, { id: key, madeBy: account.id });
        if (made === null) throw new Refused('IDEMPOTENCY_KEY_REUSED');
        return made;
      });
      return reply.status(201).send(packet);
    },
  );

  app.get(
    '/packets',
    { schema: { tags, querystring: PacketPage, response: { 200: Packets, ...refusals } } },
    async (request) => {
      const { unit } = permitted(request, 'desk.read');
      const { packets, total } = await listPackets(deps.pool, unit, request.query.page);
      return { packets: [...packets], total };
    },
  );

  app.get('/packets/:id/packet.lltp', { schema: { tags, params } }, async (request, reply) => {
    const reader = permitted(request, 'desk.read');
    const jws = await ownPacket(deps, reader, request.params.id, 'packet.lltp');
    return asFile(reply, `goi-${request.params.id}.lltp`, 'application/json', packetFileOf(jws));
  });

  app.get('/packets/:id/sheet.csv', { schema: { tags, params } }, async (request, reply) => {
    const reader = permitted(request, 'desk.read');
    const jws = await ownPacket(deps, reader, request.params.id, 'packet.csv');
    return asFile(reply, `goi-${request.params.id}.csv`, 'text/csv', answerSheetOf(jws));
  });

  app.post(
    '/packets/uploads',
    {
      bodyLimit: LARGEST_UPLOAD,
      schema: {
        tags,
        body: UploadForm,
        response: { 200: PacketUpload, ...refusals, 413: Problem },
      },
    },
    async (request) => {
      const account = permitted(request, 'desk.answer');
      return uploadOf(deps, request, await uploadPacket(deps, account, request.body));
    },
  );
  addUploadRoutes(app, deps, imports);
};

/** What becomes of an upload: its preview, confirmation, progress and results. */
const addUploadRoutes = (
  app: Parameters<FastifyPluginAsyncZod<ApiDeps>>[0],
  deps: ApiDeps,
  imports: PacketImports,
): void => {
  const one = { tags, params, response: { 200: PacketUpload, ...refusals } };

  app.get(
    '/packets/uploads',
    { schema: { tags, querystring: PacketPage, response: { 200: PacketUploads, ...refusals } } },
    async (request) => {
      const { unit } = permitted(request, 'desk.read');
      const { uploads, total } = await listUploads(deps.pool, unit, request.query.page);
      return { uploads: uploads.map((row) => uploadShown(row, languageOf(request))), total };
    },
  );

  app.get('/packets/uploads/:id', { schema: one }, async (request) =>
    uploadOf(deps, request, request.params.id),
  );

  app.get(
    '/packets/uploads/:id/rows',
    {
      schema: {
        tags,
        params,
        querystring: PacketRowQuery,
        response: { 200: PacketRows, ...refusals },
      },
    },
    (request) => {
      const asked = { query: request.query, language: languageOf(request) };
      const reader = permitted(request, 'desk.read');
      return uploadedRows(deps, reader, request.params.id, { ...asked, what: 'packet-rows' });
    },
  );

  app.get('/packets/uploads/:id/rows.csv', { schema: { tags, params } }, async (request, reply) => {
    const query = { page: 1, limit: WHOLE_LIST };
    const asked = { query, language: languageOf(request), what: 'packet-rows.csv' } as const;
    const reader = permitted(request, 'desk.read');
    const { rows } = await uploadedRows(deps, reader, request.params.id, asked);
    const shown = rows.map(({ fields, ...line }) => ({
      ...line,
      fields: fields.map(({ path, message }) => `${path}: ${message}`),
    }));
    return sendList(deps, reply, PACKET_ROW_FILE, shown);
  });

  app.post(
    '/packets/uploads/:id/confirm',
    { schema: { ...one, body: UploadConfirmation } },
    async (request) => {
      const { id: by } = permitted(request, 'desk.answer');
      const { id } = await uploadOf(deps, request, request.params.id);
      await once(deps.pool, request, by, async () => {
        const confirmation = { id, by, at: nowIso(deps), confirmed: request.body.confirmed };
        const open = await deps.pool.transaction((tx) => confirmUpload(tx, confirmation));
        if (!open) throw new Refused('UPLOAD_NOT_OPEN');
        return {};
      });
      imports.begin(id);
      return uploadOf(deps, request, id);
    },
  );

  app.post('/packets/uploads/:id/stop', { schema: one }, async (request) => {
    permitted(request, 'desk.answer');
    const { id } = await uploadOf(deps, request, request.params.id);
    if (!(await packetRuns.askToStop(deps.pool, id))) throw new Refused('UPLOAD_NOT_OPEN');
    return uploadOf(deps, request, id);
  });

  app.post('/packets/uploads/:id/resume', { schema: one }, async (request) => {
    permitted(request, 'desk.answer');
    const { id } = await uploadOf(deps, request, request.params.id);
    if (!(await packetRuns.goOn(deps.pool, id))) throw new Refused('UPLOAD_NOT_OPEN');
    imports.begin(id);
    return uploadOf(deps, request, id);
  });
};

/** An upload of the asker's unit, as its page shows it. */
function uploadOf(deps: ApiDeps, request: FastifyRequest, id: string): Promise<PacketUpload> {
  return ownUpload(deps, permitted(request, 'desk.read'), id, languageOf(request));
}

function asFile(reply: FastifyReply, name: string, type: string, text: string): FastifyReply {
  return asDownload(reply, name, type)
    .serializer((payload: unknown) => payload as string)
    .send(text);
}
