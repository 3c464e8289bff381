import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { heading, itemOf, itemsIn, openPopup } from '../pages';
import { schedPilot, store } from '../stored';

/** Holds back idle callbacks. @returns a function that runs those requested since */
function holdIdleTime(): () => void {
  const asked: IdleRequestCallback[] = [];
  vi.spyOn(window, 'requestIdleCallback').mockImplementation((callback) => asked.push(callback));
  return () => {
    for (const callback of asked.splice(0))
      callback({ didTimeout: false, timeRemaining: () => 50 });
  };
}

describe('a list of 40 accounts', () => {
  it('is rendered in steps, with its full height from the start', async () => {
    const haveTime = holdIdleTime();
    const handles = Array.from({ length: 40 }, (_, i) => ({ handle: `a${100 + i}` }));
    await openPopup({ connections: [schedPilot(handles)] });
    const [list] = screen.getAllByRole('list', { name: 'Connected' });
    const first = itemsIn('Connected').length;
    expect(first).toBeLessThan(20);
    expect(list?.style.marginBottom).toBe(`${(40 - first) * 54}px`);

    await waitFor(() => {
      haveTime();
      expect(itemsIn('Connected')).toHaveLength(40);
    });
    expect(list?.style.marginBottom).toBe('0px');
  });
});

describe('a list of 600 accounts', () => {
  const accounts = Array.from({ length: 600 }, (_, i) => ({ handle: `a${1_000 + i}` }));

  it('renders only visible rows, and announces its size', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(540);
    await openPopup({ connections: [schedPilot(accounts)] });
    expect(heading()).toBe('All 600 accounts connected');
    await waitFor(() => expect(itemsIn('Connected').length).toBeGreaterThan(9));
    const items = itemsIn('Connected');
    expect(items.length).toBeLessThan(60);
    expect(new Set(items.map((item) => item.getAttribute('aria-setsize')))).toEqual(
      new Set(['600']),
    );
    expect(items.slice(0, 2).map((item) => item.getAttribute('aria-posinset'))).toEqual(['1', '2']);
  });

  it('renders rows scrolled to, each in its place', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(540);
    await openPopup({ connections: [schedPilot(accounts)] });
    const scroller = screen.getByRole('main');
    const rowHeight = 54;
    scroller.scrollTop = 300 * rowHeight;
    fireEvent.scroll(scroller);
    const row = await screen.findByText('@a1300');
    const item = row.closest('li');
    expect(item?.getAttribute('aria-posinset')).toBe('301');
    expect(item?.style.transform).toBe(`translateY(${300 * rowHeight}px)`);
    expect(screen.queryByText('@a1000')).toBeNull();

    scroller.scrollTop = 599 * rowHeight;
    fireEvent.scroll(scroller);
    await screen.findByText('@a1599');
    expect(itemsIn('Connected').length).toBeLessThan(60);
  });

  it('renders visible rows first, and those around them when idle', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(540);
    const haveTime = holdIdleTime();
    await openPopup({ connections: [schedPilot(accounts)] });
    const scroller = screen.getByRole('main');
    const rowHeight = 54;
    scroller.scrollTop = 300 * rowHeight;
    fireEvent.scroll(scroller);
    await screen.findByText('@a1300');
    expect(screen.queryByText('@a1299')).toBeNull();

    const before = await waitFor(() => {
      haveTime();
      return screen.getByText('@a1299');
    });
    // What is there already stays when it is scrolled to, and beside it.
    scroller.scrollTop = 298 * rowHeight;
    await act(() => void fireEvent.scroll(scroller));
    expect(before.isConnected).toBe(true);
    expect(screen.queryByText('@a1297')).not.toBeNull();
  });

  it('shows a row’s last days when idle, not while scrolling', async () => {
    await openPopup({ connections: [schedPilot(accounts)] });
    const strip = (label: string) =>
      within(itemOf(label)).queryByRole('img', { name: /days|today/ });
    await waitFor(() => expect(strip('@a1000')).not.toBeNull());

    const haveTime = holdIdleTime();
    const scroller = screen.getByRole('main');
    scroller.scrollTop = 300 * 54;
    fireEvent.scroll(scroller);
    await screen.findByText('@a1300');
    expect(strip('@a1300')).toBeNull();

    // Rows ask for time once they were rendered, which may be later than they are found.
    await waitFor(() => {
      haveTime();
      expect(strip('@a1300')).not.toBeNull();
    });
  });

  it('renders its end if a shorter list leaves the scroller beyond it', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(540);
    await openPopup({ connections: [schedPilot(accounts)] });
    const scroller = screen.getByRole('main');
    scroller.scrollTop = 100_000;
    fireEvent.scroll(scroller);
    await store({ connections: [schedPilot(accounts.slice(0, 200))] });
    await screen.findByText('@a1199');
  });
});
