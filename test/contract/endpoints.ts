import * as z from 'zod/mini';
import { apis } from '../../utils/services/apis.ts';
import type { Http } from '../../utils/services/http.ts';
import type { ServiceId } from '../../utils/services/registry.ts';
import type { Result } from '../../utils/services/result.ts';
import { schedPilotApi } from '../../utils/services/schedpilot/api.ts';
import { entrySchema as postSchema } from '../../utils/services/schedpilot/post-entry.ts';
import { pageSchema } from '../../utils/services/schedpilot/posts.ts';
import * as schedPilot from '../../utils/services/schedpilot/schema.ts';
import { synposterApi } from '../../utils/services/synposter/api.ts';
import * as synposter from '../../utils/services/synposter/schema.ts';
import { dayMs } from '../../utils/time.ts';
import { fieldPath } from './compare.ts';

/** A GET that the extension sends, and how it parses the answer. */
export interface Endpoint {
  name: string;
  service: ServiceId;
  ask(http: Http, key: string, profileId: string): Promise<Result<unknown>>;
  needsProfile?: true;
  answer: z.ZodMiniType;
  /** The field with the entries, and what each of them is. */
  list: string;
  entry: z.ZodMiniType;
}

const scheduledPosts = (now: number) =>
  ({ list: 'scheduled', from: now - 30 * dayMs, to: now + 30 * dayMs, page: 1 }) as const;

/** Profiles come before accounts, which need the id of one. */
export const endpoints: readonly Endpoint[] = [
  {
    name: 'SchedPilot GET /accounts',
    service: 'schedpilot',
    ask: apis.schedpilot.listAccounts,
    answer: schedPilot.answerSchema,
    list: 'accounts',
    entry: schedPilot.entrySchema,
  },
  {
    name: 'SchedPilot GET /posts',
    service: 'schedpilot',
    ask: (http, key) => schedPilotApi.listPosts(http, key, scheduledPosts(http.now())),
    answer: pageSchema,
    list: 'posts',
    entry: postSchema,
  },
  {
    name: 'Synposter GET /profiles',
    service: 'synposter',
    ask: synposterApi.listProfiles,
    answer: synposter.profilesSchema,
    list: 'data',
    entry: z.unknown(),
  },
  {
    name: 'Synposter GET /accounts',
    service: 'synposter',
    ask: synposterApi.listAccounts,
    needsProfile: true,
    answer: synposter.accountsSchema,
    list: 'data',
    entry: synposter.entrySchema,
  },
];

/** The entries of an answer; none where it has another shape. */
export function entriesOf({ list }: Endpoint, json: unknown): readonly unknown[] {
  return z.object({ [list]: z.array(z.unknown()) }).safeParse(json).data?.[list] ?? [];
}

/** Where our schemas reject an answer: paths such as `accounts[].type`. */
export function rejectedIn(endpoint: Endpoint, json: unknown): Set<string> {
  const { answer, list, entry } = endpoint;
  const whole = answer.safeParse(json).error?.issues.map(({ path }) => path) ?? [];
  const inEntries = entriesOf(endpoint, json).flatMap(
    (one) => entry.safeParse(one).error?.issues.map(({ path }) => [list, 0, ...path]) ?? [],
  );
  return new Set([...whole, ...inEntries].map(pathText));
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[]` : fieldPath(text, String(part))),
    '',
  );
}
