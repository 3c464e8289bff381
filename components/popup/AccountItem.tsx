import { i18n } from '#i18n';
import { Avatar } from '@/components/Avatar';
import { Menu, type MenuEntry } from '@/components/Menu';
import { StatusLabel } from '@/components/StatusLabel';
import { Time } from '@/components/Time';
import type { Mute } from '@/utils/accounts/account';
import type { AccountRow } from '@/utils/view/account-row';

const dayMs = 86_400_000;

/** What can be done with an account from a list. */
export type AccountAction =
  | { kind: 'reconnect' }
  | { kind: 'open-service' }
  | { kind: 'mute'; mute: Mute | null }
  | { kind: 'copy-id' }
  | { kind: 'details' }
  | { kind: 'forget' };

interface Props {
  row: AccountRow;
  now: number;
  loadPictures: boolean;
  onAction: (action: AccountAction, row: AccountRow) => void;
}

/** One account in a list: who, what, where, and what to do about it. */
export function AccountItem({ row, now, loadPictures, onAction }: Props) {
  const act = (action: AccountAction) => onAction(action, row);
  return (
    <>
      <Avatar row={row} loadPictures={loadPictures} />
      <div class="who">
        <div class="name" title={row.name ? `${row.label} · ${row.name}` : row.label}>
          <bdi>{row.label}</bdi>
          {(row.profileName ?? row.name) && <small dir="auto">{row.profileName ?? row.name}</small>}
        </div>
        <div class="meta">
          <StatusLabel word={row.word} />
          {row.inTrouble && <Time at={row.since} now={now} />}
          <span>{row.serviceName}</span>
          {row.missing && <span class="missing">{i18n.t('account.missing')}</span>}
        </div>
      </div>
      {row.needsAttention && <PrimaryAction row={row} act={act} />}
      <Menu label={i18n.t('account.more', [row.label])} entries={entriesFor(row, now, act)} />
    </>
  );
}

function PrimaryAction({ row, act }: { row: AccountRow; act: (action: AccountAction) => void }) {
  return row.reconnects ? (
    <button
      type="button"
      class="button"
      data-primary
      aria-label={i18n.t('account.reconnectNamed', [row.label])}
      onClick={() => act({ kind: 'reconnect' })}
    >
      {i18n.t('account.reconnect')}
    </button>
  ) : (
    <button
      type="button"
      class="button quiet"
      data-primary
      aria-label={i18n.t('account.openNamed', [row.serviceName])}
      onClick={() => act({ kind: 'open-service' })}
    >
      {i18n.t('account.open')}
    </button>
  );
}

function entriesFor(
  row: AccountRow,
  now: number,
  act: (action: AccountAction) => void,
): MenuEntry[] {
  const mute = (label: string, until: Mute): MenuEntry => ({
    label,
    act: () => act({ kind: 'mute', mute: until }),
  });
  const muting = row.mute
    ? [{ label: i18n.t('account.unmute'), act: () => act({ kind: 'mute', mute: null }) }]
    : [
        ...(row.inTrouble ? [mute(i18n.t('account.muteUntilWorks'), { until: 'works' })] : []),
        mute(i18n.t('account.muteDay'), { until: 'time', at: now + dayMs }),
        mute(i18n.t('account.muteWeek'), { until: 'time', at: now + 7 * dayMs }),
        mute(i18n.t('account.muteAlways'), { until: 'always' }),
      ];
  return [
    ...(row.word === 'unlisted'
      ? [{ label: i18n.t('account.removed'), act: () => act({ kind: 'forget' }) }]
      : []),
    ...muting,
    { label: i18n.t('account.copyId'), act: () => act({ kind: 'copy-id' }) },
    { label: i18n.t('account.details'), act: () => act({ kind: 'details' }) },
  ];
}
