import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { showTestNotification } from '@/utils/alerts/deliver';
import { openNotification } from '@/utils/alerts/notification/open-notification';
import { createChatSender } from '@/utils/chats/deliver';
import {
  forgetAccounts,
  forgetLostAccounts,
  moveToClient,
  muteAccounts,
} from '@/utils/commands/accounts';
import { addConnection } from '@/utils/commands/add-connection';
import { answerCommands } from '@/utils/commands/answer';
import { removeChat, retryChats, saveChat, switchChat, testChat } from '@/utils/commands/chats';
import { checkNow, pauseConnection, removeConnection } from '@/utils/commands/connections';
import { deleteEverything } from '@/utils/commands/delete-everything';
import { deleteQuarantined } from '@/utils/commands/delete-quarantined';
import { editConnection } from '@/utils/commands/edit-connection';
import { reconnectAccount } from '@/utils/commands/reconnect';
import { changeSettings } from '@/utils/commands/settings/change-settings';
import { importSettings } from '@/utils/commands/settings/import-settings';
import { createMonitor } from '@/utils/monitor/monitor';
import { openOptions } from '@/utils/open-options';
import { followPolicy } from '@/utils/policy/enforce';
import { publishState } from '@/utils/popup/publish-state';
import { createReconnectTabs } from '@/utils/reconnect/reconnect-tabs';
import { isServiceOrigin } from '@/utils/requests/host-access';
import { noteLostKeys } from '@/utils/requests/lost-keys';
import { alarmName } from '@/utils/schedule/alarm';
import type { Http } from '@/utils/services/http';
import { restrictToTrustedContexts } from '@/utils/storage/trusted-contexts';

/** A module can share chunks with the pages; a classic worker would bundle them again. */
export default defineBackground({ type: 'module', main: startBackground });

/**
 * Registers every listener before awaiting anything. An event that starts the worker is lost to
 * listeners added later:
 * https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/events
 */
function startBackground(): void {
  const http: Http = {
    fetch: (...request) => fetch(...request),
    now: Date.now,
    online: () => navigator.onLine,
  };
  const chats = createChatSender(http);
  /** A run afterwards sets the alarm for what failed. */
  const sendToChats = async () => {
    if (await chats.send()) await monitor.run();
  };
  const monitor = createMonitor(http, async () => {
    await publishState(Date.now());
    // Not awaited: a chat that hangs must not delay a check.
    void sendToChats().catch(() => {});
  });
  const { version } = browser.runtime.getManifest();
  const run = () => void monitor.run();
  /** Keys lost with the last session are noted before the first check. */
  const start = () =>
    noteLostKeys(Date.now(), version)
      .catch(() => {})
      .then(monitor.run);
  const tabs = createReconnectTabs(Date.now, run);
  const checkAll = () => void thenRun(checkNow(Date.now(), {}));
  const follow = () => void followPolicy(Date.now, monitor.start).catch(() => {});

  browser.runtime.onStartup.addListener(run);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openOptions({ view: 'connections' });
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) run();
  });
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    if (origins.some(isServiceOrigin)) checkAll();
    else void thenRun(retryChats(Date.now()));
  });
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    if (origins.some(isServiceOrigin)) checkAll();
  });
  browser.storage.managed.onChanged.addListener(follow);
  browser.notifications.onClicked.addListener((id) => void openNotification(id));
  self.addEventListener('online', run);

  /** Run the monitor after each command, so that the badge is up to date. */
  const thenRun = async <T>(done: Promise<T>): Promise<T> => {
    const reply = await done;
    await monitor.start();
    return reply;
  };
  answerCommands({
    addConnection: (command) => thenRun(addConnection(http, command)),
    editConnection: (command) => thenRun(editConnection(http, command)),
    pauseConnection: (command) => thenRun(pauseConnection(Date.now(), command)),
    removeConnection: (command) => thenRun(removeConnection(Date.now(), command)),
    checkNow: (command) => thenRun(checkNow(Date.now(), command)),
    changeSettings: (command) => thenRun(changeSettings(Date.now(), command)),
    muteAccounts: (command) => thenRun(muteAccounts(Date.now(), command)),
    forgetAccounts: (command) => thenRun(forgetAccounts(Date.now(), command)),
    moveToClient: (command) => thenRun(moveToClient(Date.now(), command)),
    forgetLostAccounts: (command) => thenRun(forgetLostAccounts(Date.now(), command)),
    reconnectAccount: async (command) => {
      const reply = await thenRun(reconnectAccount(http, command));
      await tabs.follow();
      return reply;
    },
    testNotification: () => showTestNotification(),
    saveChat: (command) => thenRun(saveChat(Date.now(), command)),
    switchChat: (command) => thenRun(switchChat(Date.now(), command)),
    removeChat: (command) => thenRun(removeChat(Date.now(), command)),
    retryChat: ({ chatId }) => thenRun(retryChats(Date.now(), chatId)),
    testChat: (command) => testChat(chats, command),
    deleteQuarantined: () => thenRun(deleteQuarantined(Date.now())),
    importSettings: (command) => thenRun(importSettings(Date.now(), command)),
    deleteEverything: async () => {
      await thenRun(deleteEverything());
      // "Delete everything" deletes the organization's settings too, so read them again.
      follow();
    },
  });

  void start();
  follow();
  void tabs.follow();
  void restrictToTrustedContexts();
}
