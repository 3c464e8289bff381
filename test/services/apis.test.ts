import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serviceErrorSchema } from '@/utils/services/result';
import { synposterApi } from '@/utils/services/synposter/api';
import { anyText } from '../any-text';
import { everyService, expectFit, goodAnswer, list, target } from './every-service';
import { worldWith } from './world';

/** Each field that any service’s entries have, with the value it holds there or any text. */
const fields = Object.fromEntries(
  everyService
    .flatMap(({ entry }) => Object.entries(entry(1)))
    .map(([key, value]) => [key, fc.oneof(fc.constant(value), fc.string())]),
);
const anyEntry = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      ...fields,
      id: fc.oneof(fc.nat(), fc.string(), fc.constant(null)),
      name: fc.oneof(fc.string(), fc.nat()),
      handle: fc.oneof(fc.string(), fc.constant(null)),
      scopes: fc.array(fc.string()),
    },
    { requiredKeys: [] },
  ),
);
const anyEntries = fc.oneof(fc.array(anyEntry), fc.jsonValue());
const anyAnswer = fc.record(
  {
    ...Object.fromEntries(everyService.map(({ field }) => [field, anyEntries])),
    code: fc.oneof(fc.constant(200), fc.nat()),
    pagination: fc.oneof(fc.constant({ hasMore: true }), fc.jsonValue()),
    authUrl: fc.string(),
  },
  { requiredKeys: [] },
);
const anyBody = fc.oneof(
  anyText,
  fc.uint8Array(),
  fc.jsonValue().map((json) => JSON.stringify(json)),
  anyAnswer.map((json) => JSON.stringify(json)),
);
const anyStatus = fc.oneof(fc.constant(200), fc.integer({ min: 200, max: 599 }));
const anyHeaders = fc.record(
  {
    'Retry-After': fc.oneof(
      fc.string({ unit: fc.constantFrom('1', '9', '-', ':', ' ', 'M', 'o', 'n') }),
      fc.date().map((date) => date.toUTCString()),
    ),
    'Content-Type': fc.constantFrom('application/json', 'text/html', 'image/png', ''),
    'Content-Length': fc.nat().map(String),
    Location: fc.string().map((path) => `https://studio.example/${encodeURIComponent(path)}`),
  },
  { requiredKeys: [] },
);
const hasNoBody = (status: number) => [204, 205, 304].includes(status);
const anyResponse = fc
  .tuple(anyBody, anyStatus, anyHeaders)
  .map(([body, status, headers]) => () => {
    return new Response(hasNoBody(status) ? null : body, { status, headers });
  });
const anyWorld = fc.oneof(
  anyResponse,
  fc.anything().map((thrown) => () => Promise.reject(thrown)),
);

describe('whatever the answer is, the client', () => {
  it.each(everyService)('of $name returns a listing or a known error', async (service) => {
    await fc.assert(
      fc.asyncProperty(anyWorld, async (respond) => {
        const { http } = worldWith(respond);
        expectFit(await service.client.listAccounts(http, 'key', target.profileId));
      }),
      { numRuns: 300 },
    );
  });

  it('of Synposter lists profiles and starts a reconnect without throwing', async () => {
    const account = { platform: 'twitter', profileId: 'p1' };
    await fc.assert(
      fc.asyncProperty(anyWorld, async (respond) => {
        const { http } = worldWith(respond);
        const profiles = await synposterApi.listProfiles(http, 'key');
        const started = await synposterApi.startReconnect(http, 'key', account);
        for (const result of [profiles, started]) {
          if (result.ok) continue;
          expect(serviceErrorSchema.safeParse(result.error).success).toBe(true);
        }
        if (started.ok) expect(started.value.authUrl).toMatch(/^https:/);
      }),
    );
  });

  it.each(everyService)('of $name accounts for every entry of a listing', async (service) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry), async (entries) => {
        const [good] = goodAnswer(service)[service.field] ?? [];
        const result = await list(service, { [service.field]: [...entries, good] });
        if (!result.ok) throw new Error(`The listing failed: ${result.error.kind}`);
        const { accounts, unreadable } = result.value;
        const counted = accounts.length + unreadable.ids.length + unreadable.unidentified;
        expect(counted).toBe(entries.length + 1);
        expectFit(result);
      }),
    );
  });
});
