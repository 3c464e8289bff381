import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendEvents, historyDays, historyEvents } from '@/utils/accounts/history/history';
import { day, event, now } from '../../builders';

describe('appendEvents', () => {
  it('adds events at the end', () => {
    const [first, second] = [event({ id: 'first' }), event({ id: 'second' })];
    expect(appendEvents([first], [second], now)).toEqual([first, second]);
  });

  it('does not add an event twice', () => {
    expect(appendEvents([event()], [event()], now)).toEqual([event()]);
    expect(appendEvents([], [event(), event()], now)).toEqual([event()]);
  });

  it('drops events that are 90 days old', () => {
    const old = event({ id: 'old', at: now - historyDays * day });
    const almost = event({ id: 'almost', at: old.at + 1 });
    const added = event({ id: 'added' });
    expect(appendEvents([old, almost], [added], now)).toEqual([almost, added]);
  });

  it('drops the oldest of more than 5,000 events', () => {
    const history = Array.from({ length: historyEvents }, (_, i) => event({ id: String(i) }));
    const added = event({ id: 'added' });
    const remembered = appendEvents(history, [added], now);
    expect(remembered).toHaveLength(historyEvents);
    expect(remembered[0]).toBe(history[1]);
    expect(remembered.at(-1)).toBe(added);
  });

  it('keeps its limits, its order, and each id once', () => {
    // An id stands for one change, and so for one time.
    const anyEvent = fc.nat(30).map((i) => ({ id: String(i), at: now - 4 * i * day }));
    const anyEvents = fc.array(anyEvent);
    fc.assert(
      fc.property(fc.array(anyEvents), (batches) => {
        const remembered = batches.reduce<ReturnType<typeof appendEvents>>(
          (history, batch) => appendEvents(history, batch.map(event), now),
          [],
        );
        const young = batches.flat().filter(({ at }) => at > now - historyDays * day);
        const ids = remembered.map(({ id }) => id);
        expect(ids).toEqual([...new Set(young.map(({ id }) => id))]);
      }),
    );
  });
});
