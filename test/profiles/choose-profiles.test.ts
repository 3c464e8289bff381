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
    ['is one of some that are watched', all, ['p1'], true],
    ['is one of some that are not watched yet', chosen, ['p1', 'p2'], true],
    ['is none where one was never found', chosen, ['p1', 'p9'], false],
    ['is none where nothing is named', all, [], false],
    ['is none where all were typed', typed, ['p1'], false],
  ])('%s', (_, before, ids, expected) => {
    expect(isChoiceAmongFound(before, ids)).toBe(expected);
  });

  it('splits them into monitored and not', () => {
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
    ['no ids where all are watched', all, [], true],
    ['no ids where some were chosen', chosen, [], false],
    ['no ids where they were typed', typed, [], false],
    ['the ids that were typed before', typed, ['p1', 'p2'], true],
    ['other ids than were typed before', typed, ['p1'], false],
    ['the ids of a choice, which is made among what was found', chosen, ['p1'], false],
  ])('are monitored: %s', (_, before, ids, expected) => {
    expect(isWatchedNow(before, ids)).toBe(expected);
  });

  it('are all that were found if none is named', () => {
    expect(allOrTyped([one, two], [])).toEqual(all);
  });

  it('keep their known names, monitored or not', () => {
    const found = [{ id: 'p1' }, { id: 'p2' }, { id: 'p3' }];
    const ids = ['p1', 'p2', 'p3'];
    expect(allOrTyped(found, ids, chosen)).toEqual({ profiles: [one, two, { id: 'p3' }] });
    expect(allOrTyped(found, ids)).toEqual({ profiles: found });
  });
});
