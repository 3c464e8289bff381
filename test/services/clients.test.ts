import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serviceErrorSchema } from '@/utils/services/result';
import { schedPilotClient } from '@/utils/services/schedpilot/client';
import { synposterClient } from '@/utils/services/synposter/client';
import { worldWith } from './world';

const anyEntry = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      id: fc.oneof(fc.nat(), fc.string(), fc.constant(null)),
      type: fc.string(),
      name: fc.oneof(fc.string(), fc.nat()),
      profileId: fc.string(),
      platform: fc.string(),
      platformAccountId: fc.string(),
      handle: fc.oneof(fc.string(), fc.constant(null)),
      status: fc.string(),
      scopes: fc.array(fc.string()),
      connectedAt: fc.string(),
    },
    { requiredKeys: [] },
  ),
);
const anyAnswer = fc.record(
  {
    code: fc.oneof(fc.constant(200), fc.nat()),
    accounts: fc.oneof(fc.array(anyEntry), fc.jsonValue()),
    data: fc.oneof(fc.array(anyEntry), fc.jsonValue()),
    pagination: fc.oneof(fc.constant({ hasMore: true }), fc.jsonValue()),
    authUrl: fc.string(),
  },
  { requiredKeys: [] },
);
const anyBody = fc.oneof(
  fc.string(),
  fc.jsonValue().map((json) => JSON.stringify(json)),
  anyAnswer.map((json) => JSON.stringify(json)),
);
const anyStatus = fc.oneof(
  fc.constant(200),
  fc.integer({ min: 200, max: 599 }).filter((status) => ![204, 205, 304].includes(status)),
);
const anyHeader = fc.string({ unit: fc.constantFrom('1', '9', '-', ':', ' ', 'M', 'o', 'n') });
const anyResponse = fc.tuple(anyBody, anyStatus, anyHeader).map(([body, status, retry]) => () => {
  return new Response(body, { status, headers: { 'Retry-After': retry } });
});
const anyWorld = fc.oneof(
  anyResponse,
  fc.anything().map((thrown) => () => Promise.reject(thrown)),
);

describe('whatever comes back, a client', () => {
  it.each([
    ['SchedPilot', schedPilotClient],
    ['Synposter', synposterClient],
  ])('of %s gives a listing of every entry, or an error that is known', async (_, client) => {
    await fc.assert(
      fc.asyncProperty(anyWorld, async (respond) => {
        const result = await client.listAccounts(worldWith(respond).http, 'key', 'p1');
        if (!result.ok) expect(serviceErrorSchema.safeParse(result.error).success).toBe(true);
        else expect(result.value.accounts).toBeInstanceOf(Array);
      }),
    );
  });

  it('of Synposter lists profiles and starts to reconnect without throwing', async () => {
    const account = { platform: 'twitter', profileId: 'p1' };
    await fc.assert(
      fc.asyncProperty(anyWorld, async (respond) => {
        const { http } = worldWith(respond);
        const profiles = await synposterClient.listProfiles?.(http, 'key');
        const started = await synposterClient.startReconnect?.(http, 'key', account);
        for (const result of [profiles, started]) {
          if (result?.ok) continue;
          expect(serviceErrorSchema.safeParse(result?.error).success).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['SchedPilot', schedPilotClient, 'accounts'],
    ['Synposter', synposterClient, 'data'],
  ])('of %s accounts for every entry of a listing', async (_, client, field) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry), async (entries) => {
        const { http } = worldWith(() => Response.json({ [field]: entries }));
        const result = await client.listAccounts(http, 'key', 'p1');
        if (!result.ok) throw new Error(`The listing failed: ${result.error.kind}`);
        const { accounts, unreadable } = result.value;
        const told = accounts.length + unreadable.ids.length + unreadable.unidentified;
        expect(told).toBe(entries.length);
      }),
    );
  });
});
