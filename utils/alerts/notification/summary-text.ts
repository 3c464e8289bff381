import { i18n } from '#i18n';
import { platformName } from '../../accounts/platform';
import type { PostsAtRisk } from '../../accounts/posts-at-risk';
import { services } from '../../services/registry';
import type { Notice, TroubleNotice } from '../../state/outbox-schema';
import { joinNames, plural, sentences } from '../../text/language';
import { comingTime } from '../../text/relative-time';

const namesShown = 3;

/** A notification's texts. */
export interface NotificationText {
  title: string;
  message: string;
}

/**
 * Several notices in one: the worst kind in the title and by name, the others as counts.
 *
 * @param now ms since the epoch
 */
export function summaryText(notices: readonly Notice[], now: number): NotificationText {
  const troubles = notices.filter((notice) => notice.kind === 'trouble');
  const recovered = notices.filter((notice) => notice.kind === 'recovery');
  const refused = notices.filter(({ kind }) => kind === 'refused');
  const lost = notices.filter(({ kind }) => kind === 'key-lost');
  if (lost.length > 0) {
    return {
      title: plural('notification.summary.keysLost', lost.length),
      message: thenClick(namesText(lost, lost.length)),
    };
  }
  const alsoRefused =
    refused.length > 0 ? [plural('notification.summary.alsoRefused', refused.length)] : [];
  if (troubles.length > 0) {
    const alsoRecovered =
      recovered.length > 0 ? [plural('notification.summary.alsoRecovered', recovered.length)] : [];
    return {
      title: plural('notification.summary.troubles', troubles.length),
      message: thenClick(
        ...troublesText(troubles, troubles.length, now),
        ...alsoRefused,
        ...alsoRecovered,
      ),
    };
  }
  if (recovered.length > 0) {
    const title = plural('notification.summary.recoveries', recovered.length);
    const names = namesText(recovered, recovered.length);
    return { title, message: thenClick(names, ...alsoRefused) };
  }
  return {
    title: plural('notification.summary.refused', refused.length),
    message: thenClick(namesText(refused, refused.length)),
  };
}

/**
 * One reminder for several accounts. `notices`: the first few of them.
 *
 * @param now ms since the epoch
 */
export function reminderOfMany(
  notices: readonly Notice[],
  accounts: number,
  now: number,
): NotificationText {
  const troubles = notices.filter((notice) => notice.kind === 'trouble');
  return {
    title: plural('notification.reminder.ofMany', accounts),
    message: thenClick(...troublesText(troubles, accounts, now)),
  };
}

/**
 * True while posts at risk are still ahead: the notice may have waited longer than they did.
 *
 * @param now ms since the epoch
 */
export function isAhead(atRisk: PostsAtRisk | undefined, now: number): atRisk is PostsAtRisk {
  return atRisk !== undefined && atRisk.nextAt > now;
}

function troublesText(notices: readonly TroubleNotice[], accounts: number, now: number): string[] {
  // Accounts may share posts, so their posts can't be added up.
  const times = notices.flatMap(({ atRisk }) => (isAhead(atRisk, now) ? atRisk.nextAt : []));
  const names = namesText(notices, accounts);
  if (times.length === 0) return [names];
  const when = comingTime(Math.min(...times), now);
  return [i18n.t('notification.summary.atRisk', [when]), names];
}

function namesText(notices: readonly Notice[], all: number): string {
  const names = joinNames(...notices.slice(0, namesShown).map(nameOf));
  const others = all - namesShown;
  return others > 0
    ? plural('notification.summary.more', others, names)
    : i18n.t('notification.summary.few', { names });
}

/** An account with its platform, or a connection with its service. */
export function nameOf(notice: Notice): string {
  if ('connectionId' in notice) {
    const service = services[notice.service].name;
    return i18n.t('notification.summary.key', { label: notice.label, service });
  }
  const platform = platformName(notice.platform);
  return i18n.t('notification.summary.account', { who: notice.label, platform });
}

/** Joins sentences, and ends with what a click shows. */
function thenClick(...texts: string[]): string {
  return sentences(...texts, i18n.t('notification.summary.click'));
}
