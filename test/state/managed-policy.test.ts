import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { managedSchema } from '@/utils/policy/managed-schema';
import { parsePolicy } from '@/utils/state/managed-policy';
import { settingsChangesSchema } from '@/utils/state/settings';

const team = { service: 'schedpilot', apiKey: 'smm_team', label: 'Team' };

describe('a policy', () => {
  it('is empty if the organization sets nothing', () => {
    expect(parsePolicy({})).toEqual({ connections: [], settings: {}, unreadable: [] });
  });

  it('says whose accounts a connection has', () => {
    const { connections, unreadable } = parsePolicy({
      connections: [{ ...team, client: ' Alice’s Brand ' }],
    });
    expect(connections).toMatchObject([{ client: 'Alice’s Brand' }]);
    expect(unreadable).toEqual([]);
  });

  it('identifies connections by service and label, whatever their key', () => {
    const idOf = (changes: object) =>
      parsePolicy({ connections: [{ ...team, ...changes }] }).connections[0]?.id;
    expect(idOf({ apiKey: 'smm_other' })).toBe(idOf({}));
    expect(idOf({ label: 'Other' })).not.toBe(idOf({}));
    expect(idOf({ service: 'synposter' })).not.toBe(idOf({}));
    expect(idOf({})).not.toContain('smm_team');
  });

  it('identifies them by an id of their own if given, so that a label may change', () => {
    const idOf = (changes: object) =>
      parsePolicy({ connections: [{ ...team, id: 'one', ...changes }] }).connections[0]?.id;
    expect(idOf({ label: 'Other' })).toBe(idOf({}));
    expect(idOf({ id: 'two' })).not.toBe(idOf({}));
    expect(idOf({ id: 'Team' })).not.toBe(parsePolicy({ connections: [team] }).connections[0]?.id);
  });

  it.each([
    ['an unknown service', { ...team, service: 'else' }],
    ['no key', { service: 'schedpilot', label: 'Team' }],
    ['a key with spaces', { ...team, apiKey: 'smm team' }],
    ['no label', { ...team, label: ' ' }],
    ['profiles that are not a list', { ...team, profileIds: 'p1' }],
    ['no entry at all', null],
  ])('keeps the other connections if one has %s', (_, wrong) => {
    const good = { ...team, label: 'Good' };
    const { connections, unreadable } = parsePolicy({ connections: [wrong, good] });
    expect(connections.map(({ label }) => label)).toEqual(['Good']);
    expect(unreadable).toEqual(['connections[0]']);
  });

  it('accepts a key in quotes', () => {
    const { connections } = parsePolicy({ connections: [{ ...team, apiKey: '“smm_team”' }] });
    expect(connections.map(({ apiKey }) => apiKey)).toEqual(['smm_team']);
  });

  it('keeps the first of two connections of the same name', () => {
    const { connections, unreadable } = parsePolicy({
      connections: [team, { ...team, apiKey: 'smm_other' }],
    });
    expect(connections.map(({ apiKey }) => apiKey)).toEqual(['smm_team']);
    expect(unreadable).toEqual(['connections[1]']);
  });

  it('keeps the first of two connections with the same key, whose reads would be used twice', () => {
    const again = { ...team, label: 'Again', profileIds: ['p1'] };
    const { connections, unreadable } = parsePolicy({ connections: [team, again] });
    expect(connections.map(({ label }) => label)).toEqual(['Team']);
    expect(unreadable).toEqual(['connections[1]']);
  });

  it('keeps connections with the same key but different profiles', () => {
    const agency = { ...team, service: 'synposter' };
    const wanted = [
      { ...agency, label: 'One', profileIds: ['p1'] },
      { ...agency, label: 'Two', profileIds: ['p2'] },
      { ...agency, label: 'All' },
    ];
    const { connections, unreadable } = parsePolicy({
      connections: [...wanted, { ...agency, label: 'All again' }],
    });
    expect(connections.map(({ label }) => label)).toEqual(['One', 'Two', 'All']);
    expect(unreadable).toEqual(['connections[3]']);
  });

  it('keeps the other settings if one is wrong or unknown', () => {
    const { settings, unreadable } = parsePolicy({
      settings: {
        checkEveryMinutes: 7,
        loadPictures: false,
        checkEvery: 15,
        notify: { recovery: false },
      },
    });
    expect(settings).toEqual({ loadPictures: false, notify: { recovery: false } });
    expect(unreadable).toEqual(['settings.checkEveryMinutes', 'settings.checkEvery']);
  });

  it('rejects unknown kinds of notifications', () => {
    const { settings, unreadable } = parsePolicy({ settings: { notify: { recovered: false } } });
    expect({ settings, unreadable }).toEqual({ settings: {}, unreadable: ['settings.notify'] });
  });

  it.each([
    [{ connections: 'x', settings: 'y' }],
    [{ connections: {}, settings: [] }],
    [{ connections: 1, settings: true }],
  ])('of the wrong form sets nothing, and says so', (raw) => {
    const { connections, settings, unreadable } = parsePolicy(raw);
    expect({ connections, settings }).toEqual({ connections: [], settings: {} });
    expect(unreadable).toEqual(['connections', 'settings']);
  });
});

describe('the schema for Chrome', () => {
  it('has every setting, because Chrome drops others', () => {
    const { settings } = managedSchema.properties;
    expect(Object.keys(settings.properties).toSorted()).toEqual(
      Object.keys(settingsChangesSchema.shape).toSorted(),
    );
  });
});

/** The values in an example, below whatever a platform wraps them in. */
function valuesIn(example: unknown): { connections?: unknown; settings?: unknown } | undefined {
  if (typeof example !== 'object' || example === null) return undefined;
  if ('connections' in example) return example;
  return Object.values(example)
    .map(valuesIn)
    .find((found) => found !== undefined);
}

describe('docs/POLICY.md', () => {
  it('has examples that are fully readable', async () => {
    const page = await readFile('docs/POLICY.md', 'utf8');
    const examples = [...page.matchAll(/```json\n(.+?)```/gs)].map(([, json = '']) => json);
    expect(examples).toHaveLength(3);
    for (const example of examples) {
      expect(parsePolicy(valuesIn(JSON.parse(example)) ?? {})).toMatchObject({
        connections: [{ label: 'Team' }, { label: 'Agency' }],
        settings: { checkEveryMinutes: 30, notify: { refused: false } },
        unreadable: [],
      });
    }
  });
});
