import type { Extension } from '../browsers/extension.ts';

const dayMs = 86_400_000;

interface Stored {
  version: number;
  value: Record<string, unknown>[];
}

/**
 * Gives every known account three months of history, as if the extension had been installed then:
 * most of them without an issue, every fourth with an outage that was over in a day or two. Those in
 * trouble broke a few days ago.
 */
export async function addPast(extension: Extension): Promise<void> {
  const stored = await extension.stored();
  const now = Date.now();
  const events: Record<string, unknown>[] = [];
  const changed: Record<string, unknown> = {};
  let count = 0;
  for (const [key, item] of Object.entries(stored)) {
    if (!key.startsWith('accounts/') || !isStored(item)) continue;
    const value = item.value.map((account) => {
      count += 1;
      const firstSeenAt = now - (count % 5 === 0 ? 40 : 95) * dayMs;
      const hadOutage = count % 4 === 1 && !troubleOf(account);
      const brokeAt = now - ((count * 7) % 60) * dayMs - 5 * dayMs;
      const mendedAt = brokeAt + (1 + (count % 2)) * dayMs;
      if (hadOutage) {
        // Targets with a profile report statuses; the others only list who is connected.
        const trouble = key.split('/').length > 2 ? 'expired' : 'unlisted';
        events.push(
          eventOf(account, brokeAt, 'working', trouble),
          eventOf(account, mendedAt, trouble, 'working'),
        );
      }
      const trouble = troubleOf(account);
      if (trouble) {
        const since = now - (2 + (count % 7)) * dayMs;
        events.push(eventOf(account, since, 'working', trouble));
        return { ...account, firstSeenAt, statusSince: since };
      }
      return { ...account, firstSeenAt, statusSince: hadOutage ? mendedAt : firstSeenAt };
    });
    changed[key] = { ...item, value };
  }
  events.sort((a, b) => Number(a.at) - Number(b.at));
  await extension.put({ ...changed, history: { version: 1, value: events } });
}

/** As far as the demo's accounts have trouble. */
function troubleOf({ status, scopes }: Record<string, unknown>): string | undefined {
  if (status !== 'active') return String(status);
  const lacksPosting = Array.isArray(scopes) && !scopes.includes('tweet.write');
  return lacksPosting ? 'cannot-post' : undefined;
}

function isStored(item: unknown): item is Stored {
  return typeof item === 'object' && item !== null && 'value' in item && Array.isArray(item.value);
}

function eventOf(account: Record<string, unknown>, at: number, from: string, to: string) {
  const { key, platform, handle, name } = account;
  const label = handle ? `@${handle}` : `${name}`;
  return { id: `${key}@${at}>${to}`, at, account: key, label, platform, from, to };
}
