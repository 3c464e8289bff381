import { describe, expect, it } from 'vitest';
import {
  allOrTyped,
  chosenOf,
  isChoiceAmongFound,
  isWatchedNow,
  knownProfiles,
  type ProfileChoice,
} from '@/utils/profiles/choose-profiles';

const [one, two, three] = [
  { id: 'p1', name: 'One' },
  { id: 'p2', name: 'Two' },
  { id: 'p3', name: 'Three' },
];
const all: ProfileChoice = { profiles: [one, two], profilesFrom: 'all' };
const chosen: ProfileChoice = { profiles: [one], otherProfiles: [two], profilesFrom: 'chosen' };
const typed: ProfileChoice = { profiles: [one, two] };

describe('a connection’s known profiles', () => {
  it('are the chosen and the other ones', () => {
    expect(knownProfiles(chosen)).toEqual([one, two]);
    expect(knownProfiles(typed)).toEqual([one, two]);
  });
});

describe('a choice among found profiles', () => {
  it.each<[string, ProfileChoice, string[], boolean]>([
    ['is recognized if it names monitored profiles', all, ['p1'], true],
    [
      'is recognized if it also names profiles that are not monitored yet',
      chosen,
      ['p1', 'p2'],
      true,
    ],
    ['is not recognized if it names a profile that was never found', chosen, ['p1', 'p9'], false],
    ['is not recognized if it names no profile', all, [], false],
    ['is not recognized if the profiles were typed', typed, ['p1'], false],
  ])('%s', (_, before, ids, expected) => {
    expect(isChoiceAmongFound(before, ids)).toBe(expected);
  });

  it('splits the profiles into monitored and other ones', () => {
    expect(chosenOf([one, two, three], ['p3', 'p1'])).toEqual({
      profiles: [one, three],
      otherProfiles: [two],
      profilesFrom: 'chosen',
    });
    expect(chosenOf([one], ['p1'])).toEqual({ profiles: [one], profilesFrom: 'chosen' });
  });
});

describe('the entered profiles', () => {
  it.each<[string, ProfileChoice, string[], boolean]>([
    ['change nothing if none is named and all are monitored', all, [], true],
    ['change something if none is named and some were chosen', chosen, [], false],
    ['change something if none is named and some were typed', typed, [], false],
    ['change nothing if they are those typed before', typed, ['p1', 'p2'], true],
    ['change something if they differ from those typed before', typed, ['p1'], false],
    [
      'change something if they were chosen among found ones, and are now typed',
      chosen,
      ['p1'],
      false,
    ],
  ])('%s', (_, before, ids, expected) => {
    expect(isWatchedNow(before, ids)).toBe(expected);
  });

  it('are all found profiles if none is named', () => {
    expect(allOrTyped([one, two], [])).toEqual(all);
  });

  it('keep their known names, monitored or not', () => {
    const found = [{ id: 'p1' }, { id: 'p2' }, { id: 'p3' }];
    const ids = ['p1', 'p2', 'p3'];
    expect(allOrTyped(found, ids, chosen)).toEqual({ profiles: [one, two, { id: 'p3' }] });
    expect(allOrTyped(found, ids)).toEqual({ profiles: found });
  });
});
