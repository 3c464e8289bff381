import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { bothServices, goodAnswer, list } from '../services/both';
import { openOptions, openPopup } from './pages';
import { good, minute, now, schedPilot, synposter } from './stored';

const markup = '<img src=x onerror=alert(1)><a href="javascript:alert(1)">Reconnect</a>';
const beyondTime = '+275760-09-13T00:00:00.001Z';

/** What both services list where every text is markup, and every date and limit beyond time. */
async function hostileState() {
  const [first, second] = await Promise.all(
    bothServices.map(async (service) => {
      const [entry] = goodAnswer(service)[service.field] ?? [];
      const texts = Object.fromEntries(service.shown.map((field) => [field, markup]));
      const dates = { connectedAt: beyondTime, lastRefreshedAt: beyondTime };
      const entries = [{ ...entry, ...texts, ...dates, [service.needed]: markup }];
      const result = await list(service, { [service.field]: entries });
      return result.ok ? result.value.accounts : [];
    }),
  );
  const error = { kind: 'rate-limited' as const, until: Number.MAX_VALUE };
  const check = { ...good, last: { at: now - minute, tookMs: 1, error } };
  return { connections: [schedPilot(first ?? [], { check }), synposter(second ?? [], { check })] };
}

it.each([
  ['the popup', openPopup],
  ['the options page', (state: object) => openOptions('#accounts', state)],
  ['the list of connections', (state: object) => openOptions('#connections', state)],
])('what a hostile service says is text in %s', async (_, open) => {
  await open(await hostileState());
  const foreign = '[onerror], [href^="javascript:"], img:not([src^="/icons/"])';
  expect(document.querySelectorAll(foreign)).toHaveLength(0);
});

it('a hostile name is shown as it is written', async () => {
  await openPopup(await hostileState());
  expect(screen.getAllByText(`@${markup}`)).toHaveLength(2);
});

it('a limit that lasts beyond time is said in a few words', async () => {
  await openPopup(await hostileState());
  for (const alert of screen.getAllByRole('alert')) {
    expect(alert.textContent.length).toBeLessThan(200);
  }
});
