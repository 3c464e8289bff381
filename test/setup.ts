import { beforeEach, inject } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const messages = inject('messages');

// Also before the first test: some make texts to compare with while they are read.
speakEnglish();

/** What the fake browser lacks: the user's leave to reach the services, … */
beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '1.0.0' }) });
  Object.assign(fakeBrowser.storage.local, { getBytesInUse: async () => 4_096 });
  Object.assign(fakeBrowser, { permissions: { contains: async () => true } });
  Object.assign(fakeBrowser, { commands: { getAll: async () => [{ shortcut: 'Alt+Shift+S' }] } });
  Object.assign(fakeBrowser.action, { getUserSettings: async () => ({ isOnToolbar: true }) });
});

function getMessage(name: string, substitutions: string | string[] = []): string {
  const text = messages[name] ?? '';
  if (!text.includes('$')) return text;
  const values = [substitutions].flat();
  return text.replace(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? '');
}

function speakEnglish(): void {
  Object.assign(fakeBrowser.i18n, { getMessage });
}
