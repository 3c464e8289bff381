import type { Page } from 'puppeteer-core';
import { click, fill, openConnectionForm } from '../browsers/page.ts';
import type { State } from '../sketches.ts';
import {
  atSchedPilot,
  atSynposter,
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
import { setAsideItems } from './popup-states.ts';

type Rest = Omit<Partial<Picture>, 'name' | 'shows'>;

const options =
  (view: string) =>
  (name: string, state: State, shows: Picture['shows'], rest: Rest = {}): Picture => ({
    name: `${view}-${name}`,
    page: `options.html#${view}`,
    local: stored(state),
    shows,
    ...rest,
  });
const connections = options('connections');
const accounts = options('accounts');
const activity = options('activity');
const alerts = options('alerts');
const about = options('about');

/** A connection of each kind, and all that can be wrong with one. */
const inTrouble: State = {
  connections: [
    schedPilot(atSchedPilot, { check: failed({ kind: 'refused', status: 401 }, now - hour) }),
    synposter(atSynposter, {
      check: { ...good, unreadable: 2 },
      profilesFrom: 'all',
      state: {
        profilesCheck: { at: now - minute, nextAt: now + hour, error: { kind: 'timeout' } },
      },
    }),
    schedPilot(atSchedPilot, { id: 'third', label: 'Pausing', paused: true }),
    schedPilot(null, {
      id: 'fourth',
      label: 'New',
      check: { nextCheckAt: now, failures: 0, unreadable: 0 },
    }),
    schedPilot(atSchedPilot, {
      id: 'fifth',
      label: 'With posts',
      posts: { scheduled: [], unreadable: 0, off: { reason: 'not-offered' } },
    }),
  ],
  settings: { watchPosts: true },
};

const managed: State = {
  connections: [synposter(atSynposter, { managed: true, keyHint: '' })],
  settings: { quietHours: { on: true, from: '22:00', to: '22:00' } },
  policy: {
    settings: { checkEveryMinutes: 30, notify: { trouble: true }, quietHours: { on: true } },
    unreadable: ['connections[1].service'],
  },
};

const kinds = { trouble: true, warning: true, recovery: true, refused: true };
const aChat = { id: 'slack', service: 'slack', addressHint: 'k1Q', addedAt: 0, on: true } as const;

/** Chats in each of their states. */
const chats: State['chats'] = [
  {
    chat: { ...aChat, label: 'Slack', clients: ['Café Aroma', 'Studio North'], kinds },
    state: { deliveredAt: now - 20 * hour },
  },
  {
    chat: { ...aChat, id: 'discord', service: 'discord', label: 'Harbour Films', kinds },
    state: {
      failing: {
        error: { kind: 'gone', status: 404 },
        failures: 3,
        since: now - 2 * hour,
        nextAt: now + hour,
      },
    },
  },
  { chat: { ...aChat, id: 'google', service: 'google-chat', label: 'مخبز الحي', kinds } },
  { chat: { ...aChat, id: 'teams', service: 'teams', label: 'Northwind', on: false, kinds } },
];

const lostMessages: State['lostMessages'] = [
  {
    at: now - 3 * hour,
    label: 'Harbour Films',
    service: 'discord',
    notices: 2,
    error: { kind: 'gone', status: 404 },
  },
];

const chosen: State = {
  connections: [
    synposter(atSynposter, {
      profiles: [{ id: 'p1', name: 'Café Aroma' }],
      profilesFrom: 'chosen',
      otherProfiles: [
        { id: 'p2', name: 'Northwind Traders' },
        { id: 'p3', name: 'مخبز الحي' },
      ],
    }),
  ],
};

/** Presses what has no name that is the same in every language. */
/** Not with the mouse, which waits for frames that a busy machine may not draw in time. */
async function press(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.$eval(selector, (element) => element instanceof HTMLElement && element.click());
}

async function importOtherFile(page: Page): Promise<void> {
  const input = await page.waitForSelector('input[type=file]');
  await input?.uploadFile('README.md');
}

export const optionsPictures: readonly Picture[] = [
  connections('empty', {}, 'Two steps to start'),
  connections('full', someBad, 'Studio North', { compared: true }),
  connections('in-trouble', inTrouble, 'Pausing'),
  connections('managed', managed, 'Managed by your organization'),
  connections('no-key', {}, 'Enter an API key.', {
    act: (page) => click(page, 'button', 'Test and save'),
  }),
  connections('odd-key', {}, 'Unusual for a Synposter key', {
    act: async (page) => {
      await click(page, 'radio', 'Synposter');
      await fill(page, 'API key', 'not_a_key');
    },
  }),
  connections('add', someBad, 'Add a connection', {
    act: (page) => press(page, '.view-head .button'),
    compared: true,
  }),
  connections('add-more', someBad, 'Separate several IDs with commas.', {
    act: async (page) => {
      await openConnectionForm(page);
      await click(page, 'radio', 'Synposter');
    },
  }),
  connections('edit', chosen, 'Only these profiles', {
    page: 'options.html#connections?edit=sy',
  }),
  connections('remove', someBad, 'Remove Studio North?', {
    act: (page) => click(page, 'button', 'Remove'),
  }),
  connections('odd-names', oddNames, 'Connections'),
  accounts('empty', {}, 'No accounts yet'),
  accounts('full', someBad, 'No longer listed', { compared: true }),
  accounts('card', someBad, 'Last 90 days', {
    page: `options.html#accounts?account=${encodeURIComponent('sy/p1/twitter:1234567890')}`,
  }),
  accounts('grouped', someBad, 'needs attention', {
    page: 'options.html#accounts?group=client',
    compared: true,
  }),
  accounts('chosen', someBad, '2 selected', {
    act: async (page) => {
      await click(page, 'checkbox', 'Select @alice');
      await click(page, 'checkbox', 'Select @cafe.aroma');
    },
  }),
  accounts('compact', { ...someBad, settings: { density: 'compact' } }, 'No longer listed'),
  accounts('columns', someBad, 'No longer listed', {
    act: (page) => click(page, 'button', 'Columns'),
  }),
  accounts('move', someBad, 'Groups, exports and alerts use it.', {
    act: async (page) => {
      await click(page, 'button', 'More for @alice');
      await click(page, 'menuitem', 'Move to client…');
    },
  }),
  accounts('no-match', someBad, 'No matching accounts', {
    act: (page) => fill(page, 'Search accounts', 'zebra'),
  }),
  accounts('1000', thousands(10, 100), '1000 accounts'),
  accounts('odd-names', oddNames, '9 accounts'),
  {
    name: 'report-all',
    page: 'report.html',
    local: stored(someBad),
    shows: 'Connection report: All clients',
    compared: true,
  },
  {
    name: 'report-client',
    page: `report.html?${new URLSearchParams({ client: 'ملف الأعمال' })}`,
    local: stored(oddNames),
    shows: 'Connection report: ',
  },
  activity('full', someBad, '@alice is connected again', { compared: true }),
  activity('lost-message', { ...someBad, lostMessages }, 'were never delivered'),
  activity('empty', {}, 'No changes yet'),
  alerts('plain', someBad, 'Check every', { compared: true }),
  alerts('dark', { ...someBad, settings: { theme: 'dark' } }, 'Check every'),
  alerts('chats', { ...someBad, chats }, 'Messages have waited since'),
  alerts('add-chat', someBad, 'What a message looks like', {
    act: (page) => press(page, '.row > .button:not(.quiet)'),
  }),
  alerts('edit-chat', { ...someBad, chats }, 'Leave empty to keep the address', {
    act: async (page) => {
      await press(page, '.chat .more');
      await press(page, '.chat [role=menuitem]');
    },
  }),
  alerts('managed', managed, 'Start and end are the same'),
  alerts(
    'quiet-hours',
    { settings: { quietHours: { on: true, from: '22:00', to: '07:00' }, remindDaily: true } },
    'Check every',
  ),
  about('plain', someBad, 'Copy diagnostics', { compared: true }),
  about('set-aside', someBad, 'the next check finds them again', {
    local: { ...stored(someBad), ...setAsideItems },
  }),
  about('import-error', someBad, 'isn’t a valid Still Connected settings file', {
    act: importOtherFile,
  }),
  about('delete', someBad, 'Delete everything?', {
    act: (page) => click(page, 'button', 'Delete everything'),
  }),
];
