import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { services } from '@/utils/services/registry';
import { everyService, goodAnswer, list } from '../services/every-service';
import { openOptions, openPopup } from './pages';
import { good, minute, now, schedPilot, synposter } from './stored';

const markup = '<img src=x onerror=alert(1)><a href="javascript:alert(1)">Reconnect</a>';
const beyondTime = '+275760-09-13T00:00:00.001Z';

/** What each service lists where every text is markup, and every date and limit beyond time. */
async function hostileState() {
  const error = { kind: 'rate-limited' as const, until: Number.MAX_VALUE };
  const check = { ...good, last: { at: now - minute, tookMs: 1, error } };
  const connections = await Promise.all(
    everyService.map(async (service) => {
      const { id, shown, needed, field } = service;
      const [entry] = goodAnswer(service)[field] ?? [];
      const texts = Object.fromEntries(shown.map((name) => [name, markup]));
      const dates = { connectedAt: beyondTime, lastRefreshedAt: beyondTime };
      const result = await list(service, {
        [field]: [{ ...entry, ...texts, ...dates, [needed]: markup }],
      });
      const sketch = services[id].hasProfiles ? synposter : schedPilot;
      return sketch(result.ok ? result.value.accounts : [], { id, service: id, check });
    }),
  );
  return { connections };
}

it.each([
  ['the popup', openPopup],
  ['the options page', (state: object) => openOptions('#accounts', state)],
  ['the list of connections', (state: object) => openOptions('#connections', state)],
])('a hostile service’s texts are shown as text in %s', async (_, open) => {
  await open(await hostileState());
  const foreign = '[onerror], [href^="javascript:"], img:not([src^="/icons/"])';
  expect(document.querySelectorAll(foreign)).toHaveLength(0);
});

it('a hostile name is shown as written', async () => {
  await openPopup(await hostileState());
  const names = screen.getAllByText((text) => text === markup || text === `@${markup}`, {
    selector: 'li bdi',
  });
  expect(names).toHaveLength(everyService.length);
});

it('a limit beyond any calendar is shown in a few words', async () => {
  await openPopup(await hostileState());
  for (const alert of screen.getAllByRole('alert')) {
    expect(alert.textContent.length).toBeLessThan(200);
  }
});
