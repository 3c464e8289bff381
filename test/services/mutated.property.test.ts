import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountKey, targetId } from '@/utils/accounts/identity';
import {
  afterTwoListings,
  everyService,
  expectFit,
  goodAnswer,
  knownTo,
  list,
  target,
} from './every-service';

type Path = readonly string[];

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The path of each part of a value, including the value itself. */
function partsOf(value: unknown): Path[] {
  const inner = isObject(value) ? Object.entries(value) : [];
  return [[], ...inner.flatMap(([key, part]) => partsOf(part).map((path) => [key, ...path]))];
}

/** A copy with the part at a path replaced, if the path still exists. */
function withPart(value: unknown, [key, ...rest]: Path, part: unknown): unknown {
  if (key === undefined) return part;
  if (!isObject(value) || !Object.hasOwn(value, key)) return value;
  const inner = withPart(value[key], rest, part);
  if (Array.isArray(value)) return value.with(Number(key), inner);
  return { ...value, [key]: inner };
}

/** The value with a few of its parts replaced by any JSON, or by other parts of it. */
function anyMutationOf(good: unknown) {
  const anyPart = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('acct_1', 'acct_9', 1, 9, '2', '', 'expired', 'gone', 'linkedin', [], null),
  );
  // The deeper a part is, the less of the answer is lost with it.
  const parts = partsOf(good);
  const anyPath = fc.oneof(fc.constantFrom(...parts), fc.constantFrom(...parts.slice(2)));
  const change = (value: unknown, [path, part]: [Path, unknown]) => withPart(value, path, part);
  return fc
    .array(fc.tuple(anyPath, anyPart), { minLength: 1, maxLength: 5 })
    .map((changes) => changes.reduce(change, good));
}

function idOf(entry: unknown): string | undefined {
  const id = isObject(entry) && Object.hasOwn(entry, 'id') ? entry.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

/** The ids of entries that were not listed; `undefined` for an entry without one. */
function unreadOf(entries: readonly unknown[], listed: readonly { id: string }[]) {
  const read = listed.map(({ id }) => id);
  return entries.map(idOf).filter((id) => {
    const index = id === undefined ? -1 : read.indexOf(id);
    if (index >= 0) read.splice(index, 1);
    return index < 0;
  });
}

/** The status that may rightly be read from an entry. */
function statusOf(entry: unknown, field = ''): string {
  const known = ['active', 'expired', 'revoked'];
  return known.find((status) => isObject(entry) && entry[field] === status) ?? 'unknown';
}

describe.each(everyService)('after any changes to a good answer of $name,', (service) => {
  it('nothing known is lost or reported wrongly', async () => {
    const known = await knownTo(service);
    await fc.assert(
      fc.asyncProperty(anyMutationOf(goodAnswer(service)), async (answer) => {
        const result = await list(service, answer);
        expectFit(result);
        if (!result.ok || !isObject(answer)) return;

        const mutated = answer[service.field];
        const entries: unknown[] = Array.isArray(mutated) ? mutated : [];
        const listed = result.value.accounts;
        const unread = unreadOf(entries, listed);
        const mayBeSaid = entries.map((entry) => statusOf(entry, service.statusField));
        const isAnothers = (id: string) => [...known, ...listed].some((one) => one.id === id);
        const after = afterTwoListings(known, result.value);
        for (const { key, id } of known) {
          const status = after.find((account) => account.key === key)?.status;
          const isListed = listed.some((account) => accountKey(targetId(target), account) === key);
          const mayBeThere = unread.some((own) => own === id || !own || !isAnothers(own));
          if (status === 'unlisted') expect(isListed || mayBeThere).toBe(false);
          else expect(['active', ...mayBeSaid]).toContain(status);
        }
      }),
      { numRuns: 200 },
    );
  });
});
