import { describe, expect, it } from 'vitest';
import type { Badge } from '@/utils/alerts/badge';
import { badgeTitle } from '@/utils/alerts/badge-title';

describe('the icon’s tooltip', () => {
  it.each<[Badge, string]>([
    [{ kind: 'attention', count: 1, notChecked: 0 }, '1 account needs attention'],
    [{ kind: 'attention', count: 2, notChecked: 0 }, '2 accounts need attention'],
    [{ kind: 'attention', count: 2, notChecked: 5 }, '2 accounts need attention · 5 not checked'],
    [
      { kind: 'not-checked', connected: 4, notChecked: 5, isAlarm: true },
      '4 accounts connected · 5 not checked',
    ],
    [
      { kind: 'not-checked', connected: 0, notChecked: 5, isAlarm: false },
      '5 accounts not checked',
    ],
    [{ kind: 'storage-problem', problem: 'cannot-save' }, 'Still Connected can’t save'],
    [{ kind: 'storage-problem', problem: 'set-aside' }, 'Some saved data couldn’t be read'],
    [{ kind: 'cannot-check' }, 'Some accounts can’t be checked'],
    [{ kind: 'well', count: 12, isAll: true }, 'All 12 accounts connected'],
    [{ kind: 'well', count: 12, isAll: false }, '12 accounts connected'],
    [{ kind: 'empty' }, 'Still Connected'],
  ])('for %o is "%s"', (badge, title) => {
    expect(badgeTitle(badge)).toBe(title);
  });
});
