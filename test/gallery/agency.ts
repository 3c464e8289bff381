import type { AccountEvent } from '@/utils/accounts/history/event';
import { type AccountSketch, itemsOf, type State, sketchesAt } from '../sketches.ts';

/** The time in every picture, so that the same state is the same picture; ms since the epoch. */
export const now = Date.UTC(2026, 2, 14, 9, 20);
export const minute = 60_000;
export const hour = 60 * minute;
const day = 24 * hour;

export const { good, failed, schedPilot, synposter } = sketchesAt(now);

/** What is stored for a state. */
export function stored(state: State): Record<string, unknown> {
  return itemsOf(state, now);
}

const known = { firstSeenAt: now - 120 * day };

/** Clients of an agency: what SchedPilot and Synposter list of them, all well. */
export const atSchedPilot: readonly AccountSketch[] = [
  { platform: 'linkedin_page', name: 'Harbour Films', id: '88' },
  { platform: 'facebook', name: 'Bakery on Fifth', handle: 'bakeryonfifth' },
  { platform: 'bluesky', name: 'Mira Writes', handle: 'mira.bsky.social' },
  { platform: 'pinterest', name: 'Studio Löwenzahn', handle: 'loewenzahn' },
  { platform: 'tiktok', name: 'Café Aroma', handle: 'cafe.aroma' },
].map((account) => ({ ...known, statusSince: known.firstSeenAt, ...account }));

export const atSynposter: readonly AccountSketch[] = [
  { platform: 'twitter', name: 'Alice Moreno', handle: 'alice', platformAccountId: '1234567890' },
  { platform: 'instagram', name: 'Café Aroma', handle: 'cafe.aroma' },
  { platform: 'youtube', name: 'Northwind Traders', handle: 'northwind' },
  { platform: 'threads', name: 'Alice Moreno', handle: 'alice.writes' },
].map((account) => ({ ...known, statusSince: known.firstSeenAt, ...account }));

/** The same with changes to some of them, by handle. */
export function changed(
  accounts: readonly AccountSketch[],
  changes: Readonly<Record<string, AccountSketch>>,
): AccountSketch[] {
  return accounts.map((account) => ({ ...account, ...changes[account.handle ?? ''] }));
}

export const allWell: State = {
  connections: [schedPilot(atSchedPilot), synposter(atSynposter)],
};

const keyOfAlice = 'sy/p1/twitter:1234567890';

const past = (ago: number, from: AccountEvent['from'], to: AccountEvent['to']): AccountEvent => ({
  id: `${keyOfAlice}@${ago}`,
  at: now - ago,
  account: keyOfAlice,
  label: '@alice',
  platform: 'twitter',
  from,
  to,
});

/** The main state: one that expired with posts at posts, one that is not listed, one that is muted. */
export const someBad: State = {
  connections: [
    schedPilot(
      changed(atSchedPilot, {
        loewenzahn: { status: 'unlisted', statusSince: now - 3 * hour },
        'mira.bsky.social': { missingSince: now - minute },
      }),
      {
        state: { reads: { hour: Math.floor(now / hour), used: 3 } },
        posts: {
          readAt: now - 20 * minute,
          scheduled: [{ account: 'loewenzahn', times: [now + 2 * hour, now + day] }],
          unreadable: 0,
        },
      },
    ),
    synposter(
      changed(atSynposter, {
        alice: { status: 'expired', statusSince: now - 40 * minute },
        northwind: { status: 'revoked', statusSince: now - 5 * day, mute: { until: 'works' } },
      }),
    ),
  ],
  settings: { watchPosts: true },
  history: [
    past(60 * day, 'absent', 'working'),
    past(31 * day, 'working', 'expired'),
    past(28 * day, 'expired', 'working'),
    past(40 * minute, 'working', 'expired'),
  ],
};

/** A hundred accounts in each of a hundred profiles, a few of them in trouble. */
export const thousands = (profiles: number, accountsEach: number): State => ({
  connections: [
    synposter(
      Array.from({ length: accountsEach }, (_, i) => ({
        platform: ['twitter', 'instagram', 'linkedin', 'threads'][i % 4] ?? 'twitter',
        handle: `client_${i}`,
        name: `Client ${i}`,
        ...(i === 7 && { status: 'expired' as const }),
      })),
      {
        profiles: Array.from({ length: profiles }, (_, i) => ({ id: `p${i}`, name: `Brand ${i}` })),
      },
    ),
  ],
});

const endless = 'Internationale Gesellschaft für außergewöhnlich lange Kontobezeichnungen e. V.';

/** Names as people have them. */
export const oddNames: State = {
  connections: [
    schedPilot(
      [
        { id: '1', platform: 'linkedin_page', name: endless, status: 'unlisted' },
        { id: '2', platform: 'facebook', handle: 'a'.repeat(60), name: endless },
        { id: '3', platform: 'tiktok', name: 'مخبز الحي', handle: 'hayy.bakery' },
        { id: '4', platform: 'instagram', name: 'מאפיית השכונה' },
        { id: '5', platform: 'pinterest', name: '👩🏽‍🍳 Studio 🌼🌼', handle: 'studio' },
        { id: '4711', platform: 'bluesky' },
        { id: '7', platform: 'mastodon.social', name: '株式会社ひまわり' },
      ],
      { label: endless },
    ),
    synposter(
      [
        { handle: 'مخبز', platform: 'twitter', status: 'expired' },
        { handle: 'b'.repeat(60), platform: 'threads', status: 'unknown', reportedStatus: endless },
      ],
      { label: 'وكالة', profiles: [{ id: 'p1', name: 'ملف الأعمال' }] },
    ),
  ],
};
