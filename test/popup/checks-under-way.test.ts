import { describe, expect, it } from 'vitest';
import { popupView } from '@/utils/popup/popup-view';
import type { AppState } from '@/utils/state/app-state';
import type { ConnectionState } from '@/utils/state/connection';
import type { TargetState } from '@/utils/state/target-state';
import { isBeingChecked } from '@/utils/view/checks-under-way';
import {
  appState,
  checked,
  hour,
  minute,
  monitoredConnection,
  now,
  second,
  targetState,
} from '../builders';

function withTarget(target: TargetState, state: ConnectionState = {}): AppState {
  return appState([monitoredConnection({ state, targets: [target] })]);
}

describe('checking', () => {
  it('is under way from the request until the answer', () => {
    const asked = withTarget(checked(), { askedAt: now });
    expect(popupView(asked, now)).toMatchObject({ busy: true, askedAt: now, nextCheckAt: now });
    const done = withTarget(checked({ last: { at: now + 1, tookMs: 1 } }), { askedAt: now });
    expect(popupView(done, now + 2)).toMatchObject({ busy: false });
  });

  it('is not under way without a request', () => {
    const view = popupView(withTarget(checked({ nextCheckAt: now + minute })), now);
    expect(view).toMatchObject({ busy: false, nextCheckAt: now + minute });
    expect(view).not.toHaveProperty('askedAt');
  });

  it('is under way while it waits for the 10 seconds between checks, but not for a limit', () => {
    const last = { at: now - second, tookMs: 1 };
    const blocked = { by: 'rate-limit' as const, since: now - second, until: now + hour };
    const connectionWith = (state: ConnectionState) =>
      monitoredConnection({ state: { askedAt: now, ...state }, targets: [checked({ last })] });
    expect(isBeingChecked(connectionWith({}), now)).toBe(true);
    expect(isBeingChecked(connectionWith({ blocked }), now)).toBe(false);
  });

  it('is a profile listing if no profile is known', () => {
    const profilesCheck = { at: now - minute, nextAt: now + hour };
    const connectionWith = (state: ConnectionState) =>
      monitoredConnection({
        connection: { service: 'synposter', profilesFrom: 'all' },
        state: { profilesCheck, ...state },
        targets: [],
      });
    expect(isBeingChecked(connectionWith({}), now)).toBe(false);
    const asked = connectionWith({ askedAt: now });
    expect(isBeingChecked(asked, now)).toBe(true);
    const looked = { ...asked.state, profilesCheck: { at: now, nextAt: now + hour } };
    expect(isBeingChecked(connectionWith(looked), now)).toBe(false);
  });

  it('has no next time if everything is paused', () => {
    const paused = monitoredConnection({ connection: { paused: true }, state: { askedAt: now } });
    const view = popupView(appState([paused]), now);
    expect(view).toMatchObject({ busy: false });
    expect(view).not.toHaveProperty('nextCheckAt');
  });
});

describe('the progress of a check', () => {
  const synposter = { service: 'synposter' as const };
  const answered = checked({ last: { at: now - second, tookMs: 1 } });
  const round = (targets: TargetState[], state: ConnectionState = { askedAt: now - minute }) =>
    popupView(appState([monitoredConnection({ connection: synposter, state, targets })]), now);

  it('counts the profiles that answered since the request', () => {
    expect(round([answered, checked(), checked()]).progress).toEqual({ done: 1, of: 3 });
  });

  it('counts those of a connection just added', () => {
    const fresh = targetState({ nextCheckAt: now });
    expect(round([answered, answered, fresh], {}).progress).toEqual({ done: 2, of: 3 });
  });

  it('leaves out connections without a request', () => {
    const asked = monitoredConnection({
      connection: synposter,
      state: { askedAt: now - minute },
      targets: [answered, checked()],
    });
    const other = monitoredConnection({
      connection: { ...synposter, id: 'c2' },
      targets: [checked(), checked()],
    });
    expect(popupView(appState([asked, other]), now).progress).toEqual({ done: 1, of: 2 });
  });

  it.each([
    ['all have answered', [answered, answered], { askedAt: now - minute }],
    ['there is only one profile', [checked()], { askedAt: now - minute }],
    ['nobody asked', [checked(), checked()], {}],
  ])('is not shown if %s', (_, targets, state) => {
    expect(round(targets, state).progress).toBeUndefined();
  });

  it('the progress of a service without profiles is not shown', () => {
    const state = { askedAt: now };
    const connections = ['c1', 'c2'].map((id) =>
      monitoredConnection({ connection: { id }, state }),
    );
    expect(popupView(appState(connections), now).progress).toBeUndefined();
  });
});
