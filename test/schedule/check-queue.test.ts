import { describe, expect, it } from 'vitest';
import { queueOf } from '@/utils/schedule/check-queue';
import { checked, minute, monitoredConnection, now } from '../builders';

describe('queueOf', () => {
  it('is empty with nothing to check', () => {
    expect(queueOf({ connections: [] }, now)).toEqual([]);
  });

  it('has the targets of all connections, the most overdue first', () => {
    const one = monitoredConnection({ targets: [checked({ nextCheckAt: now + minute })] });
    const two = monitoredConnection({
      connection: { id: 'c2', service: 'synposter' },
      targets: [checked({ nextCheckAt: now + 2 * minute }), checked({ nextCheckAt: now - minute })],
    });
    const queue = queueOf({ connections: [one, two] }, now);
    expect(queue.map(({ target }) => target.id)).toEqual(['c2/p2', 'c1', 'c2/p1']);
    expect(queue.map(({ connection }) => connection)).toEqual([two, one, two]);
    expect(queue.slice(1).map(({ at }) => at)).toEqual([now + minute, now + 2 * minute]);
  });

  it('leaves out targets with no time to wait for', () => {
    const paused = monitoredConnection({ connection: { paused: true } });
    const refused = monitoredConnection({
      connection: { id: 'c2', service: 'synposter' },
      state: { refusedSince: now },
      targets: [checked(), checked()],
    });
    const queue = queueOf({ connections: [paused, refused] }, now);
    expect(queue.map(({ target }) => target.id)).toEqual(['c2/p1']);
  });
});
