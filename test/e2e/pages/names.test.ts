import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { click, find, findField, findInTree, openConnectionForm } from '../../browsers/page.ts';
import { itemsOf, sketchesAt } from '../../sketches.ts';
import { type Session, startSession } from '../session.ts';

type Name = readonly [role: string, name: string];

const now = Date.now();
const { failed, schedPilot, synposter } = sketchesAt(now);

/** Something of each kind that has a name of its own. */
const busy = {
  connections: [
    schedPilot([
      { handle: 'bakery', status: 'unlisted' },
      { handle: 'mira', platform: 'bluesky' },
    ]),
    synposter([{ handle: 'alice', platform: 'twitter', status: 'expired' }]),
    ...(['refused', 'no-permission', 'timeout'] as const).map((kind) =>
      schedPilot(null, {
        id: kind,
        label: kind,
        check: failed(kind === 'refused' ? { kind, status: 401 } : { kind }),
      }),
    ),
  ],
};

const inPopup: readonly Name[] = [
  ['heading', '2 accounts need attention'],
  ['button', 'Check now'],
  ['button', 'Settings'],
  ['status', ''],
  ['alert', ''],
  ['button', 'Replace key'],
  ['button', 'Grant access'],
  ['button', 'Try again'],
  ['searchbox', 'Search accounts'],
  ['combobox', 'Show'],
  ['region', 'Needs attention'],
  ['list', 'Needs attention'],
  ['region', 'Connected'],
  ['list', 'Connected'],
  ['listitem', ''],
  ['button', 'Reconnect @alice'],
  ['button', 'Open SchedPilot'],
  ['button', 'More for @alice'],
  ['link', 'All accounts'],
];

const inMenu: readonly Name[] = [
  ['menu', 'More for @bakery'],
  ['menuitem', 'I removed it'],
  ['menuitem', 'Mute until reconnected'],
  ['menuitem', 'Mute for 1 day'],
  ['menuitem', 'Mute for 1 week'],
  ['menuitem', 'Mute until I unmute it'],
  ['menuitem', 'Move to client…'],
  ['menuitem', 'Copy ID'],
  ['menuitem', 'Details'],
];

const inExport: readonly Name[] = [
  ['menuitem', 'Accounts (CSV)'],
  ['menuitem', 'History (CSV)'],
  ['menuitem', 'History (JSON)'],
];

const inForm: readonly Name[] = [
  ['form', 'Add a connection'],
  ['radiogroup', 'Service'],
  ['radio', 'SchedPilot'],
  ['radio', 'Synposter'],
  ['textbox', 'Name'],
  ['switch', 'Forget the key when the browser closes'],
  ['button', 'Test and save'],
  ['button', 'Cancel'],
];

const inOptions: Readonly<Record<string, readonly Name[]>> = {
  connections: [
    ['button', 'Add connection'],
    ['list', 'Connections'],
    ['button', 'Check now'],
    ['button', 'Edit'],
    ['button', 'Pause'],
    ['button', 'Remove'],
  ],
  accounts: [
    ['table', 'Accounts'],
    ['button', 'Copy status'],
    ['button', 'Report…'],
    ['button', 'Export'],
    ['button', 'Group'],
    ['button', 'Columns'],
  ],
  alerts: [
    ['combobox', 'Check every'],
    ['switch', 'An account stops working'],
    ['switch', 'An account is connected again'],
    ['switch', 'A key is rejected'],
    ['switch', 'Quiet hours'],
    ['switch', 'Remind me every day'],
    ['button', 'Send a test notification'],
  ],
  about: [
    ['button', 'Copy diagnostics'],
    ['button', 'Import settings'],
    ['button', 'Export settings'],
    ['button', 'Delete everything'],
  ],
};

/** The names by which people and other programs know the interface. */
describe('the names in the accessibility tree', () => {
  let session: Session;
  let popup: Page;
  beforeAll(async () => {
    session = await startSession();
    popup = await session.open('popup.html');
  });
  afterAll(() => session.close());

  const store = (state: Parameters<typeof itemsOf>[0]) =>
    session.extension.store(itemsOf(state, now));

  it.each([
    ['Add an API key to start', {}],
    ['No accounts connected yet', { connections: [schedPilot([])] }],
    ['1 account needs attention', { connections: [synposter([{ status: 'revoked' }])] }],
    ['All 2 accounts connected', { connections: [synposter([{ id: '1' }, { id: '2' }])] }],
  ] as const)('include the heading “%s”', async (heading, state) => {
    await store(state);
    await findInTree(popup, 'heading', heading);
  });

  it('include every name of the popup', async () => {
    await store(busy);
    for (const name of inPopup) await findInTree(popup, ...name);
    await click(popup, 'button', 'More for @bakery');
    for (const name of inMenu) await findInTree(popup, ...name);
    await popup.close();
  });

  it.each(Object.entries(inOptions))(
    'include every name of the options’ %s',
    async (view, names) => {
      const options = await session.open(`options.html#${view}`);
      await findInTree(options, 'heading', 'Still Connected');
      for (const name of names) await findInTree(options, ...name);
      if (view === 'connections') {
        await openConnectionForm(options);
        // Chrome's tree has nothing around a modal dialog to search in.
        await find(options, 'dialog', 'Add a connection');
        for (const name of inForm) await findInTree(options, ...name);
        await findField(options, 'API key');
        await click(options, 'radio', 'Synposter');
        await findInTree(options, 'textbox', 'Profile ID');
      }
      if (view === 'accounts') {
        await click(options, 'button', 'Export');
        for (const name of inExport) await findInTree(options, ...name);
      }
      await options.close();
    },
  );
});
