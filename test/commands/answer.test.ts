import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerCommands } from '@/utils/commands/answer';

type Handlers = Parameters<typeof answerCommands>[0];

const nothing = async () => {};
const gone = async () => ({ kind: 'gone' }) as const;

/** Answers every command; these tests use `pause`. */
function answerWith(pause: Handlers['pauseConnection']): void {
  answerCommands({
    addConnection: gone,
    editConnection: gone,
    pauseConnection: pause,
    removeConnection: nothing,
    checkNow: async () => ({ kind: 'nothing-to-check' }),
    changeSettings: nothing,
    muteAccounts: nothing,
    forgetAccounts: nothing,
    moveToClient: nothing,
    forgetLostAccounts: nothing,
    reconnectAccount: gone,
    testNotification: nothing,
    saveChat: gone,
    switchChat: nothing,
    removeChat: nothing,
    retryChat: nothing,
    testChat: async () => ({ kind: 'sent' }),
    deleteQuarantined: nothing,
    importSettings: async () => ({ added: 0 }),
    deleteEverything: nothing,
  });
}

const command = { connectionId: 'c1', paused: true };
const ours = { id: browser.runtime.id, url: browser.runtime.getURL('/popup.html') };

/** The reply to a message from a sender. */
function hear(sender: object, message: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger(message, sender, resolve);
  });
}

function send(sender: object, data: object): Promise<unknown> {
  return hear(sender, { type: 'command', ...data });
}

describe('a command', () => {
  it('from our own page is carried out', async () => {
    const pause = vi.fn(nothing);
    answerWith(pause);
    const heard = await send(ours, { name: 'pauseConnection', command });
    expect(pause).toHaveBeenCalledWith(command);
    expect(heard).toEqual({ ok: true });
  });

  it.each([
    ['another extension', { id: 'another', url: 'chrome-extension://another/page.html' }],
    ['a web page that names our id', { id: browser.runtime.id, url: 'https://evil.example/' }],
    ['another extension that names our page', { ...ours, id: 'another' }],
    ['a sender without a page', { id: browser.runtime.id }],
    ['a sender without an id', {}],
  ])('from %s is rejected', async (_, sender) => {
    const pause = vi.fn(nothing);
    answerWith(pause);
    const heard = await send(sender, { name: 'pauseConnection', command });
    expect(pause).not.toHaveBeenCalled();
    expect(heard).toEqual({ ok: false, error: 'Not a command of ours' });
  });

  it.each([
    ['that does not exist', { name: 'constructor', command }, 'Not a command of ours'],
    ['without a name', { command }, 'Not a command of ours'],
    ['of another shape', { name: 'pauseConnection', command: { paused: 1 } }, 'Malformed command'],
  ])('%s is not carried out', async (_, data, error) => {
    const pause = vi.fn(nothing);
    answerWith(pause);
    const heard = await send(ours, data);
    expect(pause).not.toHaveBeenCalled();
    expect(heard).toEqual({ ok: false, error });
  });

  it('reports that it failed, but no details', async () => {
    const secret = ['sk', 'live', 'verysecret1234'].join('_');
    answerWith(() => Promise.reject(new Error(`cannot store ${secret}`)));
    const heard = await send(ours, { name: 'pauseConnection', command });
    expect(heard).toEqual({ ok: false, error: 'Command failed' });
  });
});

it.each([[null], ['pauseConnection'], [{ name: 'pauseConnection', command }], [{ type: 'other' }]])(
  'a message that is no command is ignored: %j',
  async (message) => {
    const pause = vi.fn(nothing);
    answerWith(pause);
    expect(await fakeBrowser.runtime.onMessage.trigger(message, ours, () => {})).toEqual([false]);
    expect(pause).not.toHaveBeenCalled();
  },
);
