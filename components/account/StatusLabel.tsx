import type { FunctionComponent } from 'preact';
import { i18n } from '#i18n';
import { Time } from '@/components/Time';
import type { AccountRow, DisplayStatus } from '@/utils/view/account/account-row';
import { statusText } from '@/utils/view/account/status-text';
import Ban from '~icons/lucide/ban';
import CircleDashed from '~icons/lucide/circle-dashed';
import CircleHelp from '~icons/lucide/circle-help';
import CircleX from '~icons/lucide/circle-x';
import Hourglass from '~icons/lucide/hourglass';
import MailX from '~icons/lucide/mail-x';
import PenOff from '~icons/lucide/pen-off';
import TriangleAlert from '~icons/lucide/triangle-alert';

const styles: Readonly<
  Record<DisplayStatus, { tone: 'ok' | 'idle' | 'warn' | 'bad'; Icon?: FunctionComponent }>
> = {
  active: { tone: 'ok' },
  connected: { tone: 'ok' },
  'not-checked': { tone: 'idle', Icon: CircleDashed },
  expired: { tone: 'bad', Icon: CircleX },
  revoked: { tone: 'bad', Icon: Ban },
  unlisted: { tone: 'warn', Icon: TriangleAlert },
  'cannot-post': { tone: 'warn', Icon: PenOff },
  'posts-failing': { tone: 'warn', Icon: MailX },
  'will-expire': { tone: 'warn', Icon: Hourglass },
  unknown: { tone: 'warn', Icon: CircleHelp },
};

interface Props {
  row: Pick<AccountRow, 'status' | 'isChecked' | 'needsAttention' | 'lastSeenAt'>;
  /** ms since the epoch */
  now: number;
}

/** A status as icon and word, never as colour alone; grey if it wasn't checked lately. */
export function StatusLabel({ row, now }: Props) {
  const { tone, Icon } = styles[row.status];
  const isQuiet = !row.isChecked && !row.needsAttention;
  return (
    <span class={`status ${isQuiet ? 'idle' : tone}`}>
      {Icon && <Icon />}
      {row.status === 'not-checked' && row.lastSeenAt !== undefined ? (
        <Time at={row.lastSeenAt} now={now} inText={(time) => i18n.t('status.lastSeen', [time])} />
      ) : (
        statusText(row.status)
      )}
    </span>
  );
}
