import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerCommands } from '@/utils/commands/answer';
import { messaging } from '@/utils/messages';

type Handlers = Parameters<typeof answerCommands>[0];

const nothing = async () => {};
const gone = async () => ({ kind: 'gone' }) as const;

/** Answers every command; `pause` is what is tried here. */
function answerWith(pause: Handlers['pauseConnection']): void {
  answerCommands({
    addConnection: gone,
    editConnection: gone,
    pauseConnection: pause,
    removeConnection: nothing,
    checkNow: async () => ({ kind: 'nothing-to-check' }),
    changeSettings: nothing,
    muteAccount: nothing,
    forgetAccount: nothing,
    reconnectAccount: gone,
    testNotification: nothing,
    deleteSetAside: nothing,
    importSettings: async () => ({ added: 0 }),
    deleteEverything: nothing,
  });
}

const command = { connectionId: 'c1', paused: true };
const ours = { id: browser.runtime.id, url: browser.runtime.getURL('/popup.html') };

/** What is answered to a message as somebody sends it. */
function send(sender: object, data: unknown): Promise<unknown> {
  const message = { id: 1, type: 'command', data, timestamp: 0 };
  return new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger(message, sender, resolve);
  });
}

afterEach(() => messaging.removeAllListeners());

describe('a command', () => {
  it('of our own page is carried out', async () => {
    const pause = vi.fn(nothing);
    answerWith(pause);
    await send(ours, { name: 'pauseConnection', command });
    expect(pause).toHaveBeenCalledWith(command);
  });

  it.each([
    ['another extension', { id: 'another', url: 'chrome-extension://another/page.html' }],
    ['a web page that names our id', { id: browser.runtime.id, url: 'https://evil.example/' }],
    ['another extension that names our page', { ...ours, id: 'another' }],
    ['somebody who names no page', { id: browser.runtime.id }],
    ['nobody', {}],
  ])('of %s is not', async (_, sender) => {
    const pause = vi.fn(nothing);
    answerWith(pause);
    const heard = await send(sender, { name: 'pauseConnection', command });
    expect(pause).not.toHaveBeenCalled();
    expect(heard).toMatchObject({ err: { message: 'Not a command of ours' } });
  });

  it.each([
    ['that does not exist', { name: 'constructor', command }, 'Not a command of ours'],
    ['without a name', { command }, 'Not a command of ours'],
    ['of another shape', { name: 'pauseConnection', command: { paused: 1 } }, 'Malformed command'],
    ['that is nothing', null, 'Not a command of ours'],
  ])('%s is not carried out', async (_, data, message) => {
    const pause = vi.fn(nothing);
    answerWith(pause);
    const heard = await send(ours, data);
    expect(pause).not.toHaveBeenCalled();
    expect(heard).toMatchObject({ err: { message } });
  });

  it('that fails says so, but not what it failed on', async () => {
    const secret = ['sk', 'live', 'verysecret1234'].join('_');
    answerWith(() => Promise.reject(new Error(`cannot store ${secret}`)));
    const heard = await send(ours, { name: 'pauseConnection', command });
    expect(JSON.stringify(heard)).toContain('Command failed');
    expect(JSON.stringify(heard)).not.toContain(secret);
  });
});
