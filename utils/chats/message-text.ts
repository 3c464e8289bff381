import { i18n } from '#i18n';
import type { Trouble } from '../accounts/trouble';
import { notificationText } from '../alerts/notification/notification-text';
import { isAhead, nameOf } from '../alerts/notification/summary-text';
import type { ChatMessage } from '../chat-services/message';
import { services } from '../services/registry';
import type { Notice, OutgoingNotification } from '../state/outbox-schema';
import { plural } from '../text/language';
import { exactTime } from '../text/relative-time';

type AccountNotice = Extract<Notice, { account: string }>;

/** A summary names as many; the title has the whole count. */
const namesShown = 20;

/**
 * What a chat is told. Unlike a notification it can't be clicked, and it is read later, perhaps in
 * another time zone: so it has a link, and times in full.
 *
 * @param now ms since the epoch
 */
export function chatMessage(message: OutgoingNotification, now: number): ChatMessage {
  const { notices } = message;
  const [only, ...others] = notices;
  const { title } = notificationText(message, now);
  const isGood = notices.every(({ kind }) => kind === 'recovery');
  return {
    title,
    ...(only && others.length === 0
      ? aboutOne(only, now)
      : { text: namesText(notices), facts: [] }),
    links: [...new Set(notices.map(({ service }) => services[service]))].map(
      ({ name, dashboardUrl }) => ({
        text: i18n.t('account.openNamed', [name]),
        url: dashboardUrl,
      }),
    ),
    tone: isGood ? 'good' : 'bad',
  };
}

/** What `Send a test message` posts. */
export function testMessage(): ChatMessage {
  return {
    title: i18n.t('chat.test.title'),
    text: i18n.t('chat.test.text'),
    facts: [],
    links: [],
    tone: 'neutral',
  };
}

function aboutOne(notice: Notice, now: number): Pick<ChatMessage, 'text' | 'facts'> {
  const service = { name: i18n.t('chat.service'), value: services[notice.service].name };
  switch (notice.kind) {
    case 'refused':
      return { text: i18n.t('chat.todo.refused'), facts: [] };
    case 'key-lost':
      return { text: i18n.t('chat.todo.keyLost'), facts: [] };
    case 'mass-unlisted':
      return { text: todoText('unlisted', notice.service), facts: sinceFacts(notice.since) };
    case 'recovery':
      return { text: '', facts: [clientFact(notice), service] };
    case 'trouble': {
      const { losses, at, trouble, atRisk } = notice;
      const isFlapping = losses !== undefined;
      const facts = [clientFact(notice), service, ...sinceFacts(isFlapping ? undefined : at)];
      if (isAhead(atRisk, now)) {
        const value = plural('chat.posts', atRisk.posts, exactTime(atRisk.nextAt));
        facts.push({ name: i18n.t('chat.atRisk'), value });
      }
      const text = isFlapping
        ? i18n.t('chat.todo.flapping', [String(losses)])
        : todoText(trouble, notice.service);
      return { text, facts };
    }
  }
}

function clientFact({ client }: AccountNotice) {
  return { name: i18n.t('options.accounts.client'), value: client };
}

function sinceFacts(since: number | undefined) {
  if (since === undefined) return [];
  return [{ name: i18n.t('chat.since'), value: exactTime(since) }];
}

function todoText(trouble: Trouble, id: Notice['service']): string {
  const { name, reportsStatus } = services[id];
  switch (trouble) {
    case 'expired':
    case 'revoked':
    case 'cannot-post':
      return i18n.t('chat.todo.reconnect');
    case 'unlisted':
      // Where listings report a status, an account missing from them was disconnected.
      return reportsStatus
        ? i18n.t('chat.todo.disconnected')
        : i18n.t('chat.todo.unlisted', [name]);
    case 'posts-failing':
      return i18n.t('chat.todo.postsFailing');
    case 'will-expire':
      return i18n.t('chat.todo.willExpire');
    case 'unknown':
      return i18n.t('chat.todo.unknown', [name]);
  }
}

/** A line for each, the first ones by name. */
function namesText(notices: readonly Notice[]): string {
  const others = notices.length - namesShown;
  return [
    ...notices.slice(0, namesShown).map(lineOf),
    ...(others > 0 ? [plural('chat.more', others)] : []),
  ].join('\n');
}

function lineOf(notice: Notice): string {
  return 'client' in notice ? `${nameOf(notice)} · ${notice.client}` : nameOf(notice);
}
