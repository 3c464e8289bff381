import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { openPopup } from '../pages';
import { schedPilot, synposter } from '../stored';

const cafe = synposter([{ handle: 'alice', status: 'expired' }, { handle: 'fine' }]);
const many = Array.from({ length: 12 }, (_, i) => ({ handle: `studio${i}` }));
const settings = { groupByClient: true };
const region = () => screen.getByRole('region', { name: 'Connected' });
const group = (name: string) => screen.findByRole('group', { name });

describe('connected accounts', () => {
  it('are grouped by client on request, and the choice is kept', async () => {
    const { user, sent } = await openPopup({ connections: [cafe, schedPilot(many.slice(0, 2))] });
    expect(screen.queryByRole('group', { name: 'Café Aroma' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Group' }));
    expect((await group('Café Aroma')).textContent).toContain('1 of 2 needs attention');
    expect((await group('Studio North')).textContent).toContain('all 2 connected');
    await waitFor(() =>
      expect(sent).toEqual([{ name: 'changeSettings', command: { groupByClient: true } }]),
    );
  });

  it('are counted whole, with groups open or closed', async () => {
    await openPopup({ connections: [cafe, schedPilot(many)], settings });
    expect(region().querySelector('.section-title')?.textContent).toBe('Connected13');
    const studio = await group('Studio North');
    const heading = within(studio).getByRole('button', { expanded: false });
    expect(heading.textContent).toContain('all 12 connected');
    expect(within(studio).queryAllByRole('listitem')).toHaveLength(0);
    expect(within(await group('Café Aroma')).getAllByRole('listitem')).toHaveLength(1);
  });

  it('are shown when their client’s heading is pressed', async () => {
    const { user } = await openPopup({ connections: [cafe, schedPilot(many)], settings });
    const studio = await group('Studio North');
    await user.click(within(studio).getByRole('button', { expanded: false }));
    await waitFor(() => expect(within(studio).getAllByRole('listitem')).toHaveLength(12));
  });

  it('are narrowed to one client by “Show”', async () => {
    const { user } = await openPopup({ connections: [cafe, schedPilot(many)] });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Café Aroma');
    await waitFor(() => expect(within(region()).getAllByRole('listitem')).toHaveLength(1));
  });
});
