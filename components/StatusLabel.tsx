import type { FunctionComponent } from 'preact';
import type { StatusWord } from '@/utils/view/account-row';
import { statusText } from '@/utils/view/status-text';
import Ban from '~icons/lucide/ban';
import Check from '~icons/lucide/check';
import CircleHelp from '~icons/lucide/circle-help';
import CircleX from '~icons/lucide/circle-x';
import Hourglass from '~icons/lucide/hourglass';
import MailX from '~icons/lucide/mail-x';
import PenOff from '~icons/lucide/pen-off';
import TriangleAlert from '~icons/lucide/triangle-alert';

const looks: Readonly<
  Record<StatusWord, { tone: 'ok' | 'warn' | 'bad'; Icon: FunctionComponent }>
> = {
  active: { tone: 'ok', Icon: Check },
  connected: { tone: 'ok', Icon: Check },
  expired: { tone: 'bad', Icon: CircleX },
  revoked: { tone: 'bad', Icon: Ban },
  unlisted: { tone: 'warn', Icon: TriangleAlert },
  'cannot-post': { tone: 'warn', Icon: PenOff },
  'posts-failing': { tone: 'warn', Icon: MailX },
  'will-expire': { tone: 'warn', Icon: Hourglass },
  unknown: { tone: 'warn', Icon: CircleHelp },
};

/** A status as icon and word, never colour alone. */
export function StatusLabel({ word }: { word: StatusWord }) {
  const { tone, Icon } = looks[word];
  return (
    <span class={`status ${tone}`}>
      <Icon />
      {statusText(word)}
    </span>
  );
}
