import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Options } from '@/entrypoints/options/Options';
import { Popup } from '@/entrypoints/popup/Popup';
import { answerWith, type FakeReplies } from './background';
import { type State, store } from './stored';

/** Renders the popup for a state, and says which commands it sends. */
export async function openPopup(state: State = {}, replies: FakeReplies = {}) {
  const user = userEvent.setup({ delay: null });
  await store(state);
  const sent = answerWith(replies);
  const askPermission = grantPermission();
  render(<Popup />);
  await screen.findByRole('heading', { level: 1 });
  return { user, sent, askPermission };
}

/** Renders the options page at a hash for a state, and says which commands it sends. */
export async function openOptions(hash: string, state: State = {}, replies: FakeReplies = {}) {
  const user = userEvent.setup({ delay: null });
  await store(state);
  const sent = answerWith(replies);
  const askPermission = grantPermission();
  location.hash = hash;
  render(<Options />);
  await within(screen.getByRole('main')).findAllByRole('heading', { level: 2, name: /./ });
  return { user, sent, askPermission };
}

function grantPermission() {
  const request = vi.fn(async (_access: { origins: string[] }) => true);
  Object.assign(fakeBrowser.permissions, { request });
  return request;
}

export function heading(): string | null {
  return screen.getByRole('heading', { level: 1 }).textContent;
}

/** The items of one of the popup's regions, in their order. */
export function itemsIn(region: string): HTMLElement[] {
  const list = within(screen.getByRole('region', { name: region })).getByRole('list', {
    name: region,
  });
  return within(list).getAllByRole('listitem');
}

/** The item of the account that is called `label`. */
export function itemOf(label: string): HTMLElement {
  const item = screen.getByText(label).closest('li');
  if (!item) throw new Error(`${label} is not in a list`);
  return item;
}

/** The addresses of the tabs that a page has opened. */
export async function openedTabs(): Promise<(string | undefined)[]> {
  const tabs = await fakeBrowser.tabs.query({});
  return tabs.map(({ url }) => url).filter((url) => url !== undefined);
}
