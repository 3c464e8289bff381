import { quarantineItem, writeFailureItem } from '@/utils/storage/health';
import { toStored } from '@/utils/storage/item';
import { click, fill } from '../browsers/page.ts';
import type { State } from '../sketches.ts';
import {
  allWell,
  atSchedPilot,
  atSynposter,
  changed,
  failed,
  good,
  hour,
  minute,
  now,
  oddNames,
  schedPilot,
  someBad,
  stored,
  synposter,
  thousands,
} from './agency.ts';
import type { Picture } from './picture.ts';

type Rest = Omit<Partial<Picture>, 'name' | 'shows'>;

const popup = (name: string, state: State, shows: Picture['shows'], rest: Rest = {}): Picture => ({
  name: `popup-${name}`,
  page: 'popup.html',
  local: stored(state),
  shows,
  ...rest,
});

/** A SchedPilot connection whose last check failed, beside one that is well. */
const withProblem = (
  error: Parameters<typeof failed>[0],
  changes: Parameters<typeof schedPilot>[1] = {},
): State => ({
  connections: [
    schedPilot(atSchedPilot, { check: failed(error, now - 2 * hour), ...changes }),
    synposter(atSynposter),
  ],
});

/** An agency with a key for each of its clients, all of which fail alike. */
const clients = (
  accounts: Parameters<typeof schedPilot>[0],
  check: ReturnType<typeof failed>,
): State => ({
  connections: Array.from({ length: 12 }, (_, i) =>
    schedPilot(accounts, { id: `client-${i}`, label: `Client ${i + 1}`, check }),
  ),
});

export const setAsideItems = {
  'set-aside': toStored(quarantineItem, [
    { key: 'local:history', at: now - hour, movedTo: 'local:set-aside/1/history' },
    { key: 'local:accounts/sp', at: now - hour, movedTo: 'local:set-aside/1/accounts/sp' },
  ]),
};

export const popupPictures: readonly Picture[] = [
  popup('no-key', {}, 'Add an API key to start', { compared: true }),
  popup('no-account', { connections: [schedPilot([])] }, 'No accounts connected yet'),
  popup(
    'first-check',
    {
      connections: [
        synposter(null, {
          profiles: Array.from({ length: 200 }, (_, i) => ({ id: `p${i}` })),
          addedAt: now,
          check: { nextCheckAt: now, failures: 0, unreadable: 0 },
        }),
      ],
    },
    'Checking 0 of 200 profiles',
  ),
  popup('all-well', allWell, 'All 9 accounts connected'),
  popup('some-bad', someBad, '2 accounts need attention', { compared: true }),
  popup(
    'all-bad',
    {
      connections: [
        schedPilot(atSchedPilot.map((account) => ({ ...account, status: 'unlisted' }))),
        synposter(
          changed(atSynposter, {
            alice: { scopes: ['tweet.read', 'offline.access'] },
            'cafe.aroma': { failedPosts: 2 },
            northwind: { status: 'revoked' },
            'alice.writes': { status: 'unknown', reportedStatus: 'limited' },
          }),
        ),
      ],
    },
    '9 accounts need attention',
  ),
  popup('grouped', { ...someBad, settings: { groupByClient: true } }, '2 accounts need attention', {
    compared: true,
  }),
  popup(
    'grouped-10000',
    { ...thousands(100, 100), settings: { groupByClient: true } },
    '100 accounts need attention',
  ),
  popup('compact', { ...someBad, settings: { density: 'compact' } }, '2 accounts need attention'),
  popup('details', someBad, 'Last 90 days', {
    // By what the texts are in no language.
    act: async (page) => {
      await (await page.waitForSelector('[aria-haspopup=menu]'))?.click();
      await (await page.waitForSelector('[role=menuitem]:last-child'))?.click();
    },
  }),
  popup('menu', someBad, 'Mute until reconnected', {
    act: (page) => click(page, 'button', 'More for @alice'),
  }),
  popup('10000', thousands(100, 100), '100 accounts need attention'),
  popup('refused-key', withProblem({ kind: 'refused', status: 401 }), 'Replace key', {
    compared: true,
  }),
  popup('no-permission', withProblem({ kind: 'no-permission' }), 'Grant access'),
  popup('offline', withProblem({ kind: 'offline' }), 'You’re offline'),
  popup(
    'rate-limited',
    withProblem({ kind: 'rate-limited', until: now + 25 * minute }),
    'request limit is used up',
  ),
  popup(
    'sign-in-page',
    withProblem({ kind: 'unreadable', reason: 'html' }),
    'network sign-in page',
  ),
  popup('key-not-kept', withProblem({ kind: 'no-key' }), 'Enter your'),
  popup(
    'managed-key',
    withProblem({ kind: 'refused', status: 401 }, { managed: true }),
    'Contact your administrator',
  ),
  popup(
    'old-data',
    { connections: [synposter(atSynposter, { check: { ...good, listedAt: now - 5 * hour } })] },
    '4 accounts not checked',
  ),
  popup(
    'doubted-list',
    {
      connections: [
        schedPilot(
          atSchedPilot.map((account) => ({
            ...account,
            missingSince: now - minute,
            lostTogether: { listings: 1, at: now - minute },
            lastSeenAt: now - 16 * minute,
          })),
        ),
        synposter(atSynposter),
      ],
    },
    'Checking again before raising an alarm',
  ),
  popup(
    'lost-at-once',
    {
      connections: [
        schedPilot(
          atSchedPilot.map((account) => ({
            ...account,
            status: 'unlisted',
            lostTogether: { listings: 4, at: now },
          })),
        ),
      ],
    },
    'I removed them',
  ),
  popup(
    'partial',
    { connections: [synposter(atSynposter, { check: { ...good, unreadable: 2 } })] },
    'All 4 accounts connected',
  ),
  popup(
    'many-problems',
    {
      connections: [
        schedPilot(null, { check: failed({ kind: 'refused', status: 401 }) }),
        synposter(null, { check: failed({ kind: 'profile-unknown' }) }),
        schedPilot(null, {
          id: 'x',
          label: 'Third',
          check: failed({ kind: 'server', status: 502 }),
        }),
      ],
    },
    'Can’t check your accounts',
  ),
  popup(
    'outage-of-an-agency',
    clients(atSchedPilot, failed({ kind: 'server', status: 502 }, now - hour)),
    'Client 12',
  ),
  popup(
    'keys-of-an-agency-refused',
    clients(null, failed({ kind: 'refused', status: 401 })),
    'Client 12',
  ),
  popup('storage-full', allWell, 'can’t save', {
    session: { 'cannot-save': toStored(writeFailureItem, { since: now - minute }) },
  }),
  popup('set-aside', allWell, 'couldn’t be read', {
    local: { ...stored(allWell), ...setAsideItems },
  }),
  popup(
    'all-muted',
    {
      connections: [
        synposter([{ ...atSynposter[0], status: 'expired', mute: { until: 'works' } }]),
      ],
    },
    'All quiet',
  ),
  popup(
    'paused',
    { connections: [schedPilot(atSchedPilot, { paused: true })] },
    'All connections are paused',
  ),
  popup('odd-names', oddNames, '3 accounts need attention'),
  popup('menu', someBad, 'Mute until reconnected', {
    act: (page) => click(page, 'button', 'More for @loewenzahn'),
  }),
  popup('no-match', someBad, 'No matching accounts', {
    act: (page) => fill(page, 'Search accounts', 'zebra'),
  }),
];
