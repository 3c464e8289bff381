import { expect, it } from 'vitest';
import { refusedNotice } from '@/utils/alerts/notice';
import { isAbout } from '@/utils/alerts/still-current';
import { connection, now } from '../../builders';
import { waitingFor } from './alice';

it('a notice belongs to the connection of its account or key, and no other', () => {
  const [trouble] = waitingFor('working', 'expired');
  for (const notice of [trouble, refusedNotice(connection(), now)]) {
    expect(notice && isAbout(notice, ['c2', 'c1'])).toBe(true);
    expect(notice && isAbout(notice, ['c', 'c2'])).toBe(false);
  }
});
