import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { ReportPage } from '@/entrypoints/report/ReportPage';
import { recordSaved } from './saved';
import { good, store, synposter } from './stored';

/** The page reads its texts from the extension's own files. */
const texts = Object.fromEntries(
  Object.entries(inject('messages')).map(([name, message]) => [name, { message }]),
);

async function openReport(count: number) {
  const accounts = Array.from({ length: count }, (_, i) => ({
    handle: `account${i}`,
    status: i % 2 === 0 ? ('expired' as const) : ('active' as const),
  }));
  await store({ connections: [synposter(accounts, { check: good })] });
  render(<ReportPage />);
  await screen.findByRole('article');
  return userEvent.setup({ delay: null });
}

function rowsIn(table: string): number {
  const [, ...rows] = within(screen.getByRole('table', { name: table })).getAllByRole('row');
  return rows.length;
}

describe('a report on more accounts than fit on a screen', () => {
  beforeEach(() => {
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(texts));
  });

  it('shows the first rows of each table, and says so', async () => {
    await openReport(240);
    expect(rowsIn('Accounts')).toBe(100);
    expect(rowsIn('Interruptions')).toBe(100);
    expect(screen.getByText(/first 100 rows of each table/)).toBeTruthy();
    expect(screen.getByText('240')).toBeTruthy();
  });

  it.each([
    [
      'by its own button',
      async (user: ReturnType<typeof userEvent.setup>) => {
        await user.click(screen.getByRole('button', { name: 'Print' }));
      },
    ],
    ['by the browser', async () => void dispatchEvent(new Event('beforeprint'))],
  ])('prints all rows when printed %s', async (_, print) => {
    const printed: number[] = [];
    vi.stubGlobal('print', () => printed.push(rowsIn('Accounts')));
    const user = await openReport(240);
    await print(user);
    await waitFor(() => expect(rowsIn('Accounts')).toBe(240));
    expect(rowsIn('Interruptions')).toBe(120);
    expect(printed.every((rows) => rows === 240)).toBe(true);
    dispatchEvent(new Event('afterprint'));
    await waitFor(() => expect(rowsIn('Accounts')).toBe(100));
  });

  it('saves all rows', async () => {
    const saved = recordSaved();
    const user = await openReport(240);
    await user.click(screen.getByRole('button', { name: 'Save as HTML' }));
    const html = (await saved[0]?.text) ?? '';
    expect(html).toContain('account239');
    expect(html.match(/<tr>/g)).toHaveLength(2 + 240 + 120);
  });

  it('says nothing of it where all fit', async () => {
    await openReport(100);
    expect(rowsIn('Accounts')).toBe(100);
    expect(screen.queryByText(/rows of each table/)).toBeNull();
  });
});
