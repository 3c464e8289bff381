import { render } from '@testing-library/preact';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Time } from '@/components/Time';
import { now } from './stored';

it('any number is shown as a time, with a machine-readable one', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (at) => {
      const { container, unmount } = render(<Time at={at} now={now} />);
      const time = container.querySelector('time');
      expect(time?.textContent).not.toBe('');
      expect(time?.title).not.toBe('');
      expect(Date.parse(time?.dateTime ?? '')).not.toBeNaN();
      unmount();
    }),
  );
});
