import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { heading, itemOf, itemsIn, openPopup } from '../pages';
import { minute, now, schedPilot, synposter } from '../stored';

const everyStatus = {
  connections: [
    synposter([
      { handle: 'unknown', status: 'unknown', platform: 'bluesky' },
      { handle: 'mute', platform: 'twitter', scopes: ['tweet.read'] },
      { handle: 'revoked', status: 'revoked', platform: 'linkedin' },
      { handle: 'expired', status: 'expired', platform: 'twitter', name: 'Ada Expired' },
      { handle: 'active', platform: 'tiktok' },
    ]),
    schedPilot([
      { handle: 'unlisted', status: 'unlisted', platform: 'facebook' },
      { handle: 'connected', platform: 'youtube', name: 'Channel One' },
    ]),
  ],
};

/** The labels of the accounts in a region, in their order. */
function labelsIn(region: string) {
  return itemsIn(region).map((item) => item.querySelector('bdi')?.textContent);
}

describe('the list of accounts', () => {
  it('has those that need attention, the worst first', async () => {
    await openPopup(everyStatus);
    expect(labelsIn('Needs attention')).toEqual([
      '@expired',
      '@revoked',
      '@unlisted',
      '@mute',
      '@unknown',
    ]);
  });

  it('has the connected ones by name', async () => {
    await openPopup(everyStatus);
    expect(labelsIn('Connected')).toEqual(['@active', '@connected']);
  });

  it('puts the latest trouble of a kind first', async () => {
    const accounts = [
      { handle: 'long-ago', status: 'expired', statusSince: now - 900 * minute },
      { handle: 'lately', status: 'expired', statusSince: now - minute },
    ] as const;
    await openPopup({ connections: [synposter(accounts)] });
    expect(labelsIn('Needs attention')).toEqual(['@lately', '@long-ago']);
  });

  it.each([
    ['@expired', 'Expired', 'Synposter', 'Café Aroma'],
    ['@revoked', 'Revoked', 'Synposter', 'Café Aroma'],
    ['@unlisted', 'No longer listed', 'SchedPilot', ''],
    ['@mute', 'Cannot post', 'Synposter', 'Café Aroma'],
    ['@unknown', 'Unknown status', 'Synposter', 'Café Aroma'],
    ['@active', 'Active', 'Synposter', 'Café Aroma'],
    ['@connected', 'Connected', 'SchedPilot', 'Channel One'],
  ])('shows for %s: %s, %s, %s', async (label, status, service, place) => {
    await openPopup(everyStatus);
    const item = itemOf(label);
    expect(within(item).getByText(status)).toBeTruthy();
    expect(item.textContent).toContain(service);
    expect(item.textContent).toContain(place);
  });

  it('shows a name with markup as text', async () => {
    const name = '<img src=x onerror=alert(1)><b>bold</b>';
    await openPopup({ connections: [schedPilot([{ id: '1', name }])] });
    expect(screen.getByText(name).children).toHaveLength(0);
    expect(document.querySelector('img')).toBeNull();
  });

  it.each([
    ['a long name', 'Name '.repeat(40).trim()],
    ['a name from right to left', 'מסעדת הים התיכון'],
    ['a name of emoji', '🧑‍🍳🍕'],
  ])('shows %s whole and apart from the text around it', async (_, name) => {
    await openPopup({ connections: [schedPilot([{ id: '1', name }])] });
    expect(screen.getByText(name).tagName).toBe('BDI');
    expect(screen.getByRole('button', { name: `More for ${name}` })).toBeTruthy();
  });

  it('names an account without a name by its platform and id', async () => {
    await openPopup({ connections: [schedPilot([{ id: 'record-42' }])] });
    expect(labelsIn('Connected')).toEqual(['Instagram record-42']);
  });

  it.each([
    ['@expired', 'X'],
    ['@unlisted', 'Facebook'],
    ['@active', 'TikTok'],
  ])('says in words that %s is on %s', async (label, platform) => {
    await openPopup(everyStatus);
    expect(within(itemOf(label)).getByRole('img', { name: platform })).toBeTruthy();
  });

  it('shows an unknown status in the service’s word', async () => {
    await openPopup({
      connections: [synposter([{ handle: 'new', status: 'unknown', reportedStatus: 'sleeping' }])],
    });
    expect(within(itemOf('@new')).getByText('Reported status: sleeping')).toBeTruthy();
  });

  it('says how often a flapping account lost its connection, even while it works', async () => {
    const lossesAt = [4, 3, 2, 1].map((hours) => now - hours * 60 * minute);
    const flapping = { trouble: 'expired' as const, lossesAt, silencedAt: now - 60 * minute };
    await openPopup({ connections: [synposter([{ handle: 'shaky', flapping }])] });
    expect(labelsIn('Connected')).toEqual(['@shaky']);
    const note = 'Lost its connection 4 times in the last 6 hours';
    expect(within(itemOf('@shaky')).getByText(note)).toBeTruthy();
  });

  it('shows an unknown platform as the service wrote it', async () => {
    await openPopup({ connections: [schedPilot([{ handle: 'new', platform: 'mastodon' }])] });
    expect(within(itemOf('@new')).getByTitle('mastodon')).toBeTruthy();
  });

  it('says that an account missing for the first time is checked again', async () => {
    await openPopup({ connections: [schedPilot([{ handle: 'shy', missingSince: now }])] });
    expect(itemOf('@shy').textContent).toContain('Missing from the last check · checking again');
    expect(labelsIn('Connected')).toEqual(['@shy']);
  });

  it('keeps a muted account out of those that need attention', async () => {
    const accounts = [
      { handle: 'quiet', status: 'expired', mute: { until: 'always' } },
      { handle: 'fine' },
    ] as const;
    await openPopup({ connections: [synposter(accounts)] });
    expect(heading()).toBe('1 account connected');
    expect(screen.queryByRole('region', { name: 'Needs attention' })).toBeNull();
    expect(labelsIn('Muted')).toEqual(['@quiet']);
  });

  it('brings an account back when its mute has run out', async () => {
    const mute = { until: 'time', at: now - 1 } as const;
    await openPopup({ connections: [synposter([{ handle: 'back', status: 'expired', mute }])] });
    expect(labelsIn('Needs attention')).toEqual(['@back']);
  });
});

describe('the last 14 days', () => {
  it('are summarized in words once the history is there', async () => {
    const statusSince = now - 40 * 1440 * minute;
    const accounts = [
      { handle: 'fine', statusSince, firstSeenAt: statusSince },
      { handle: 'lame', statusSince, firstSeenAt: statusSince, status: 'expired' },
      { handle: 'new' },
    ] as const;
    await openPopup({ connections: [synposter(accounts)] });
    for (const [label, words] of [
      ['@fine', 'No issues in 14 days'],
      ['@new', 'No issues today'],
    ] as const) {
      expect(await within(itemOf(label)).findByRole('img', { name: words })).toBeTruthy();
    }
    // A row that needs attention has its action there instead.
    expect(within(itemOf('@lame')).queryByRole('img', { name: /days|today/ })).toBeNull();
  });
});

describe('a row has at most 14 elements, its picture included', () => {
  const picture = 'https://pictures.example/one.jpg';
  const elementsOf = (row: Element) => row.querySelectorAll('*').length + 1;

  it('if the account is connected', async () => {
    await openPopup({ connections: [synposter([{ handle: 'one', name: 'One', picture }])] });
    await screen.findByRole('img', { name: /issues/i });
    expect(elementsOf(itemOf('@one'))).toBeLessThanOrEqual(14);
  });

  it('if it needs attention, with a note and since when', async () => {
    const trouble = {
      status: 'unknown',
      reportedStatus: 'odd',
      statusSince: now - 90 * minute,
    } as const;
    await openPopup({
      connections: [synposter([{ handle: 'one', name: 'One', picture, ...trouble }])],
    });
    const row = itemOf('@one');
    expect(within(row).getByText('Reported status: odd')).toBeTruthy();
    expect(row.querySelector('time')).toBeTruthy();
    expect(elementsOf(row)).toBeLessThanOrEqual(14);
  });
});
