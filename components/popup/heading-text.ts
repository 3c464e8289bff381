import { i18n } from '#i18n';
import type { Heading } from '@/utils/popup/popup-view';
import { plural } from '@/utils/text/language';

const counting = {
  attention: 'popup.heading.attention',
  well: 'popup.heading.well',
  connected: 'popup.heading.connected',
  'not-checked': 'popup.heading.notChecked',
  muted: 'popup.heading.muted',
} as const;

const plain = {
  'no-accounts': 'popup.heading.noAccounts',
  'no-key': 'popup.heading.noKey',
  paused: 'popup.heading.paused',
  checking: 'popup.heading.checking',
  'cannot-check': 'popup.heading.cannotCheck',
} as const;

/** The popup's first sentence. */
export function headingText(heading: Heading): string {
  return 'count' in heading
    ? plural(counting[heading.kind], heading.count)
    : i18n.t(plain[heading.kind]);
}
