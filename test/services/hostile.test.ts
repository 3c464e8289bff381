import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import {
  afterTwoListings,
  type Entry,
  everyService,
  expectFit,
  goodAnswer,
  knownTo,
  list,
  type Service,
  target,
} from './every-service';
import { worldWith } from './world';

const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
const beyondTime = '+275760-09-13T00:00:00.001Z';

type Hostile = [string, (entries: Entry[], service: Service) => unknown[] | string];

const withText =
  (text: string) =>
  (entries: Entry[], { shown }: Service) =>
    entries.map((entry) => ({
      ...entry,
      ...Object.fromEntries(shown.map((field) => [field, text])),
    }));
const json = (value: unknown) => JSON.stringify(value);
/** The first entry stays readable: if none is, the check fails. */
const allButOne = (change: (entry: Entry) => unknown) => (entries: Entry[]) =>
  entries.map((entry, i) => (i === 0 ? entry : change(entry)));

/** Each is a list of entries that no honest service gives; every known account is in it. */
const entryLists: Hostile[] = [
  ['an entry that is deeply nested', (entries) => `[${entries.map(json)},${nested}]`],
  ['entries of every wrong type', (entries) => [null, 1, 'x', ...entries, [], {}, true]],
  [
    'half of its entries unreadable',
    (entries, { needed }) => entries.map((entry, i) => (i % 2 ? { ...entry, [needed]: 7 } : entry)),
  ],
  [
    'half of its entries unreadable and without ids',
    (entries) => entries.map((entry, i) => (i % 2 ? { ...entry, id: null } : entry)),
  ],
  ['half of its entries replaced by one null', (entries) => [...entries.slice(2), null]],
  [
    'entries whose fields are a prototype’s',
    ([first, ...entries]) =>
      `[${[json(first), ...entries.map((entry) => `{"__proto__":${json(entry)}}`)]}]`,
  ],
  [
    'prototype keys beside its own',
    (entries) =>
      `[${entries.map((entry) => `{"__proto__":{"status":"expired"},${json(entry).slice(1)}`)}]`,
  ],
  [
    'ids that are empty',
    (entries) => entries.map((entry, i) => (i === 0 ? { ...entry, id: '' } : entry)),
  ],
  ['each record twice', (entries) => entries.flatMap((entry) => [entry, entry])],
  [
    'strings instead of numbers',
    (entries) => entries.map((entry) => ({ ...entry, id: `${entry.id}` })),
  ],
  [
    'numbers instead of strings',
    allButOne((entry) => ({ ...entry, platformAccountId: 1, name: 1, username: 1 })),
  ],
  ['scopes that are not a list', allButOne((entry) => ({ ...entry, scopes: 'all' }))],
  [
    'dates too late to represent',
    (entries) =>
      entries.map((entry) => ({ ...entry, connectedAt: beyondTime, lastRefreshedAt: beyondTime })),
  ],
  [
    'dates that are not dates',
    (entries) => entries.map((entry) => ({ ...entry, connectedAt: '', lastRefreshedAt: 'soon' })),
  ],
  ['lone surrogates', withText('\ud800')],
  ['texts that reverse the direction of the line', withText('\u202eecila\u2066')],
  ['control characters', withText('\u0000\u001b[31m\n')],
  ['markup', withText('<img src=x onerror=alert(1)>')],
  ['texts of 100,000 letters', withText('a'.repeat(100_000))],
  ['addresses that are scripts', withText('javascript:alert(1)')],
  ['addresses that contain pages', withText('data:text/html,<script>alert(1)</script>')],
];

/** The part of an account that is not text; an answer may rightly change its texts. */
const state = ({ key, status, missingSince }: Account) => ({ key, status, missingSince });

describe.each(everyService)('an answer of $name with', (service) => {
  it.each(entryLists)(
    '%s loses nothing that is known, and reports nothing false',
    async (_, make) => {
      const known = await knownTo(service);
      const entries = make(goodAnswer(service)[service.field] ?? [], service);
      const text = typeof entries === 'string' ? entries : json(entries);
      const result = await list(service, `{"${service.field}":${text}}`);
      if (!result.ok) throw new Error(`The answer was not read: ${json(result.error)}`);
      expectFit(result);
      const after = afterTwoListings(known, result.value);
      expect(after.slice(0, known.length).map(state)).toEqual(known.map(state));
    },
  );

  it('an id too long for a JavaScript number is not mistaken for another', async () => {
    const long = '9007199254740993';
    const [entry] = goodAnswer(service)[service.field] ?? [];
    const text = json({ [service.field]: [{ ...entry, id: 0 }] }).replace('"id":0', `"id":${long}`);
    const result = await list(service, text);
    const ids = result.ok ? result.value.accounts.map(({ id }) => id) : [];
    expect(ids.filter((id) => id !== long)).toEqual([]);
  });

  const mebibyte = new TextEncoder().encode(' '.repeat(1024 * 1024));
  const stream = (chunks: number) => () => {
    let sent = 0;
    return new ReadableStream<Uint8Array>({
      pull(body) {
        sent += 1;
        if (sent > chunks) body.close();
        else body.enqueue(mebibyte);
      },
    });
  };

  it.each<[string, string, () => BodyInit | null]>([
    ['nothing but nesting', 'shape', () => nested],
    ['a body of 50 MB', 'too-large', stream(50)],
    ['a body that never ends', 'too-large', stream(Number.POSITIVE_INFINITY)],
    ['no body', 'empty', () => null],
    ['bytes that are not text', 'json', () => Uint8Array.of(0xff, 0xfe, 0x00, 0xd8)],
    ['a list instead of an object', 'shape', () => '[]'],
    ['only unreadable entries', 'shape', () => `{"${service.field}":[{"id":1},null]}`],
    ['entries that are not a list', 'shape', () => `{"${service.field}":{"0":{}}}`],
    ['entries in its prototype', 'shape', () => `{"__proto__":{"${service.field}":[]}}`],
  ])('%s is a failed check', async (_, reason, body) => {
    const { http } = worldWith(() => new Response(body()));
    const result = await service.client.listAccounts(http, 'key', target.profileId);
    expect(result).toMatchObject({ ok: false, error: { kind: 'unreadable', reason } });
  });
});
`}`;
