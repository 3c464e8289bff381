import { describe, expect, it } from 'vitest';
import {
  importedConnection,
  readSettingsFile,
  settingsFileText,
} from '@/utils/commands/settings/settings-file';
import { checkIntervals, defaultSettings } from '@/utils/state/settings';
import { connection, day, now } from '../builders';

const chosen = connection({
  id: 'c2',
  service: 'synposter',
  label: 'Café “Größe” 東京',
  keyKeptUntil: 'browser-closes',
  paused: true,
  profiles: [{ id: 'p1', name: 'One' }],
  profilesFrom: 'chosen',
  otherProfiles: [{ id: 'p2' }],
});
const text = settingsFileText(
  { ...defaultSettings, checkEveryMinutes: 60, watchPosts: true },
  [connection(), chosen],
  { 'c1/twitter#1': 'Café Aroma' },
  now,
);

describe('a settings file', () => {
  it('restores what was saved', () => {
    expect(readSettingsFile(text)).toMatchObject({
      kind: 'settings',
      exportedAt: now,
      content: {
        settings: { checkEveryMinutes: 60, watchPosts: true },
        clients: { 'c1/twitter#1': 'Café Aroma' },
      },
    });
  });

  it('imports connections without keys, as of the time of the import', () => {
    const file = readSettingsFile(text);
    const connections = file.kind === 'settings' ? file.content.connections : [];
    expect(connections.map((entry) => importedConnection(entry, now + day))).toEqual([
      connection({ keyHint: '', addedAt: now + day }),
      { ...chosen, keyHint: '', addedAt: now + day },
    ]);
  });

  it('contains no key and nothing that an organization set', () => {
    const managed = connection({ id: 'managed:schedpilot:id:x', label: 'Theirs', managed: true });
    const file = settingsFileText(
      defaultSettings,
      [connection({ keyHint: '7h8' }), managed],
      {},
      now,
    );
    expect(file).not.toMatch(/7h8|keyHint|Theirs/);
  });

  it.each([
    ['not JSON', 'settings'],
    ['an empty file', ''],
    ['another file', '{"version": 1, "accounts": []}'],
    ['a damaged file', text.slice(0, -20)],
    ['an interval that cannot be chosen', text.replace('": 60', '": 1')],
    ['a connection with the id of a policy’s', text.replace('"c2"', '"managed:synposter:id:x"')],
    ['a file without the time when it was saved', text.replace(/("exportedAt": ")[^"]*/, '$1soon')],
    ['an unknown service', text.replace('"synposter"', '"elsewhere"')],
  ])('is rejected: %s', (_, other) => {
    expect(readSettingsFile(other)).toEqual({ kind: 'unreadable' });
  });

  it('of a newer version is told apart from a damaged one', () => {
    const newer = '{"stillConnected": "settings", "version": 2, "all": "different"}';
    expect(readSettingsFile(newer)).toEqual({ kind: 'newer' });
  });

  it('uses the default of a setting it lacks', () => {
    const { settings, ...rest } = JSON.parse(text);
    const { watchPosts: _, ...older } = settings;
    expect(readSettingsFile(JSON.stringify({ ...rest, settings: older }))).toMatchObject({
      content: { settings: { watchPosts: defaultSettings.watchPosts } },
    });
  });

  it.each(checkIntervals)('accepts an interval of %i minutes', (checkEveryMinutes) => {
    const other = settingsFileText({ ...defaultSettings, checkEveryMinutes }, [], {}, now);
    expect(readSettingsFile(other)).toMatchObject({ content: { settings: { checkEveryMinutes } } });
  });
});
