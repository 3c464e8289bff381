import { screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { ServiceError } from '@/utils/services/result';
import { openedTabs, openPopup } from '../pages';
import { failed, synposter } from '../stored';

function withProblem(error: ServiceError) {
  return { connections: [synposter([{ handle: 'alice' }], { check: failed(error) })] };
}

describe('a button that fixes a problem', () => {
  it.each([
    { button: 'Replace key', error: { kind: 'refused', status: 401 } as const },
    { button: 'Fix profile', error: { kind: 'profile-unknown' } as const },
  ])('opens the connection’s form by “$button”', async ({ button, error }) => {
    const { user, sent } = await openPopup(withProblem(error));
    await user.click(screen.getByRole('button', { name: button }));
    await waitFor(async () =>
      expect(await openedTabs()).toEqual([
        expect.stringMatching(/\/options\.html#connections\?edit=sy$/),
      ]),
    );
    expect(sent).toEqual([]);
  });

  it('asks the browser for access to the service’s host, then checks', async () => {
    const { user, sent, askPermission } = await openPopup(withProblem({ kind: 'no-permission' }), {
      checkNow: { kind: 'started' },
    });
    await user.click(screen.getByRole('button', { name: 'Grant access' }));
    await waitFor(() =>
      expect(sent).toEqual([{ name: 'checkNow', command: { connectionId: 'sy' } }]),
    );
    expect(askPermission.mock.calls).toEqual([[{ origins: ['https://api.synposter.com/*'] }]]);
  });

  it('does not check while access is still denied', async () => {
    const { user, sent, askPermission } = await openPopup(withProblem({ kind: 'no-permission' }), {
      checkNow: { kind: 'started' },
    });
    askPermission.mockResolvedValueOnce(false);
    await user.click(screen.getByRole('button', { name: 'Grant access' }));
    await user.click(screen.getByRole('button', { name: 'Grant access' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(askPermission).toHaveBeenCalledTimes(2);
  });

  it('checks this connection again by “Try again”', async () => {
    const { user, sent } = await openPopup(withProblem({ kind: 'server', status: 500 }), {
      checkNow: { kind: 'started' },
    });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(sent).toEqual([{ name: 'checkNow', command: { connectionId: 'sy' } }]),
    );
  });
});
