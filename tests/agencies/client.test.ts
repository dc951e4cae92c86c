import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createAgencyClients } from '../../agencies/client.ts';
import { AgencyRejected, AgencyUnavailable } from '../../agencies/failure.ts';
import { newPrivateJwk } from '../../agencies/keyFile.ts';
import { keyRing } from '../../agencies/keyRing.ts';
import { signMessage } from '../../agencies/signing.ts';
import { anItem, aRequest } from './samples.ts';
import { inTown, until } from './standIn.ts';

test('a question is acknowledged with the unit’s own reference', async () => {
  await inTown(async ({ client }) => {
    const request = aRequest();
    expect(await client().sendVerification(request)).toMatchObject({
      messageId: request.messageId,
      reference: expect.stringMatching(/^1\/\d{4}\/PV06-40$/),
    });
  });
});

test('the same question twice gives the same acknowledgement and one answer', async () => {
  await inTown(async ({ client, arrivals, control, subject }) => {
    const first = await client().sendVerification(aRequest());
    const second = await client().sendVerification(aRequest());
    expect(second).toEqual(first);
    const view = () => control('GET', subject(aRequest().requestId));
    await until(async () => (await view()).deliveries.length > 0);
    expect(await view()).toMatchObject({ said: ['NO_RECORD'], toSay: [], underWay: 0 });
    expect(arrivals).toHaveLength(1);
  });
});

test('the same envelope twice gets one tracking number, with a right check digit', async () => {
  await inTown(async ({ client }) => {
    const first = await client().sendPostItem(anItem());
    expect(await client().sendPostItem(anItem())).toEqual(first);
    expect(first.trackingNumber).toMatch(/^EV\d{9}VN$/);
    const other = await client().sendPostItem(anItem({ messageId: 'other' }));
    expect(other.trackingNumber).not.toBe(first.trackingNumber);
  });
});

test.each([
  ['UNKNOWN_UNIT', { toUnit: 'PV06-00' }],
  ['NOT_THIS_KIND_OF_UNIT', { toUnit: 'TAND-40' }],
])('the agency’s no (%s) is final and carries its code', async (reason, change) => {
  await inTown(async ({ client }) => {
    const sent = client().sendVerification(aRequest(change));
    await expect(sent).rejects.toMatchObject({ code: 'AGENCY_REJECTED', reason });
  });
});

test('an id used for another question is refused', async () => {
  await inTown(async ({ client }) => {
    await client().sendVerification(aRequest());
    const sent = client().sendVerification(aRequest({ requestId: 'NA-P-2023-000002/POLICE-1' }));
    await expect(sent).rejects.toMatchObject({ reason: 'MESSAGE_ID_REUSED' });
  });
});

test('a question signed with a wrong key, or in another unit’s name, is refused', async () => {
  await inTown(async ({ agencies, keyOf, dataDir }) => {
    const base = { baseUrl: agencies(), keyOf, timeoutMs: 5000 };
    const stranger = { kid: 'lltp:STP-40', jwk: newPrivateJwk() };
    const forged = createAgencyClients({
      ...base,
      sign: (typ, message) => signMessage(message, stranger, typ),
    });
    const borrowed = createAgencyClients({
      ...base,
      sign: async (typ, message) => {
        const path = join(dataDir, 'office-key.json');
        const [{ jwk }] = JSON.parse(await readFile(path, 'utf8'));
        return signMessage(message, { kid: 'lltp:STP-01', jwk }, typ);
      },
    });
    const wrong = { code: 'AGENCY_REJECTED', reason: 'SIGNATURE_WRONG' };
    await expect(forged.sendVerification(aRequest())).rejects.toMatchObject(wrong);
    await expect(borrowed.sendVerification(aRequest())).rejects.toMatchObject(wrong);
  });
});

test('a refusal names unit and code, and nothing of the person', async () => {
  await inTown(async ({ client }) => {
    const error: unknown = await client()
      .sendVerification(aRequest({ toUnit: 'PV06-00' }))
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AgencyRejected);
    expect(String(error)).toBe('AgencyRejected: PV06-00 refused the message: UNKNOWN_UNIT');
  });
});

test('an outage is trouble, and over when it is over', async () => {
  await inTown(async ({ client, control }) => {
    await control('PUT', 'units/PV06-40', { outage: true });
    await expect(client().sendVerification(aRequest())).rejects.toBeInstanceOf(AgencyUnavailable);
    await control('PUT', 'units/PV06-40', { outage: false });
    await expect(client().sendVerification(aRequest())).resolves.toMatchObject({});
  });
});

test('nobody there, or nobody answering in time, is trouble', async () => {
  await inTown(async ({ client, control, stop, start }) => {
    await control('PUT', 'units/PV06-40', { faults: { slowMs: 5000 } });
    await expect(client(100).sendVerification(aRequest())).rejects.toBeInstanceOf(
      AgencyUnavailable,
    );
    const gone = client();
    await stop();
    await expect(gone.sendVerification(aRequest())).rejects.toBeInstanceOf(AgencyUnavailable);
    await start();
  });
});

test('keys known beforehand decide; one that is not among them is looked up', async () => {
  await inTown(async ({ client, keyOf }) => {
    const { sendVerification } = client();
    const withdrawn = keyRing((kid) => {
      const jwk = keyOf(kid);
      return jwk === null ? null : { jwk, standing: 'WITHDRAWN' };
    });
    const sent = sendVerification(aRequest(), withdrawn);
    await expect(sent).rejects.toMatchObject({ code: 'ACKNOWLEDGEMENT_NOT_TRUSTED' });
    await expect(sendVerification(aRequest(), () => null)).resolves.toMatchObject({});
  });
});

test('an acknowledgement nobody can vouch for counts as none', async () => {
  await inTown(async ({ keyOf, officeKey }) => {
    const stranger = { kid: 'PV06-40', jwk: newPrivateJwk() };
    const ack = { messageId: aRequest().messageId, acceptedAt: aRequest().askedAt, reference: '1' };
    const server = createServer((_request, response) => {
      void signMessage(ack, stranger, 'verification-ack').then((jws) => response.end(jws));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const clients = createAgencyClients({
      baseUrl: `http://127.0.0.1:${port}`,
      keyOf,
      sign: (typ, message) => officeKey.sign(typ, message),
      timeoutMs: 5000,
    });
    await expect(clients.sendVerification(aRequest())).rejects.toBeInstanceOf(AgencyUnavailable);
    server.closeAllConnections();
    server.close();
  });
});
