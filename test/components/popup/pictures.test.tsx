import { waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { itemOf, openPopup } from '../pages';
import { schedPilot, store } from '../stored';

describe('account pictures', () => {
  const picture = 'https://pictures.example/alice.jpg';
  const connections = [schedPilot([{ handle: 'alice', picture }])];
  const pictures = () => document.querySelectorAll('img');

  it('are loaded without a referrer', async () => {
    await openPopup({ connections });
    expect([...pictures()].map((img) => [img.src, img.getAttribute('referrerpolicy')])).toEqual([
      [picture, 'no-referrer'],
    ]);
  });

  it('are not loaded when that is turned off', async () => {
    await openPopup({ connections, settings: { loadPictures: false } });
    expect(pictures()).toHaveLength(0);
    await store({ connections, settings: { loadPictures: true } });
    await waitFor(() => expect(pictures()).toHaveLength(1));
  });

  it('give way to initials if they do not load', async () => {
    await openPopup({ connections });
    pictures()[0]?.dispatchEvent(new Event('error'));
    await waitFor(() => expect(pictures()).toHaveLength(0));
    expect(itemOf('@alice').textContent).toMatch(/^A/);
  });
});
