import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Popup } from '@/entrypoints/popup/Popup';
import { snapshotOf } from '@/utils/popup/snapshot';
import { readState } from '@/utils/state/read-state';
import { heading, itemsIn } from '../pages';
import { now, type State, store, synposter } from '../stored';

const expired = Array.from({ length: 15 }, (_, i) => ({
  handle: `expired${i + 10}`,
  status: 'expired' as const,
}));
const active = Array.from({ length: 300 }, (_, i) => ({ handle: `active${i + 100}` }));
const agency = { connections: [synposter([...expired, ...active])] };

/** Renders the popup over a state that the background has seen, and holds back all but the snapshot. */
async function openWithSnapshot(state: State) {
  await store(state);
  await fakeBrowser.storage.session.set({ snapshot: snapshotOf(await readState(now), now) });
  let readAll = () => {};
  const released = new Promise<void>((resolve) => {
    readAll = resolve;
  });
  const { local } = fakeBrowser.storage;
  const get = local.get.bind(local);
  vi.spyOn(local, 'get').mockImplementation(async (...keys: unknown[]) => {
    await released;
    return Reflect.apply(get, undefined, keys);
  });
  render(<Popup />);
  await screen.findByRole('heading', { level: 1 });
  return { user: userEvent.setup({ delay: null }), readAll };
}

/** All that the popup says of its accounts as a whole, and of the first of them. */
function sights() {
  const regions = screen.getAllByRole('region').map((region) => ({
    title: region.querySelector('.section-title')?.textContent,
    height: region.querySelector('ul')?.style.height,
    first: [...region.querySelectorAll('li')].slice(0, 5).map(({ textContent }) => textContent),
  }));
  const sentence = screen.getByRole('heading', { level: 1 }).parentElement?.textContent;
  const options = screen.getAllByRole('option');
  return {
    sentence,
    attention: regions[0],
    titles: regions.map(({ title, height }) => [title, height]),
    options: options.map(({ textContent }) => textContent),
    footer: screen.getByRole('contentinfo').textContent,
  };
}

const isBusy = () => screen.getByRole('main').getAttribute('aria-busy') === 'true';

it('shows at first what it shows once everything is read', async () => {
  const { readAll } = await openWithSnapshot(agency);
  expect(heading()).toBe('15 accounts need attention');
  expect(isBusy()).toBe(true);
  const first = sights();
  expect(first.titles).toMatchObject([
    ['Needs attention15', ''],
    ['Connected300', '16200px'],
  ]);

  readAll();
  await waitFor(() => expect(isBusy()).toBe(false));
  expect(sights()).toEqual(first);
  await waitFor(() => expect(itemsIn('Needs attention')).toHaveLength(15));
});

it('reads no accounts before the first paint', async () => {
  await openWithSnapshot(agency);
  expect(itemsIn('Needs attention').length).toBeGreaterThan(6);
});

it('answers a search only once all accounts are there', async () => {
  const { user, readAll } = await openWithSnapshot(agency);
  await user.type(screen.getByRole('searchbox'), 'active399');
  expect(screen.queryByRole('region')).toBeNull();
  expect(screen.queryByText('No account matches')).toBeNull();

  readAll();
  await waitFor(() => expect(itemsIn('Connected')).toHaveLength(1));
});

it('is not busy if the first accounts are all', async () => {
  await openWithSnapshot({ connections: [synposter(active.slice(0, 3))] });
  expect(itemsIn('Connected')).toHaveLength(3);
  expect(isBusy()).toBe(false);
});
