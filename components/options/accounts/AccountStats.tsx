import { i18n } from '#i18n';
import { Fact } from '@/components/Fact';
import { type Uptime, uptimeOfAll } from '@/utils/accounts/history/uptime';
import { numberText } from '@/utils/text/language';
import { listOf } from '@/utils/view/account/account-list';
import type { AccountRow } from '@/utils/view/account/account-row';
import { uptimeText } from '@/utils/view/account/past-text';

interface Props {
  rows: readonly AccountRow[];
  /** An account's uptime; `undefined` until the history is read. */
  uptimeOfRow: ((row: AccountRow) => Uptime) | undefined;
}

/** The state of the accounts shown, in four figures. */
export function AccountStats({ rows, uptimeOfRow }: Props) {
  const attention = rows.filter(({ needsAttention }) => needsAttention).length;
  const notChecked = rows.filter((row) => listOf(row) === 'not-checked').length;
  return (
    <dl class="stats">
      <Fact name={i18n.t('options.accounts.stats.accounts')}>{numberText(rows.length)}</Fact>
      <Fact name={i18n.t('options.accounts.stats.attention')}>
        <span class={attention > 0 ? 'bad' : ''}>{numberText(attention)}</span>
      </Fact>
      <Fact name={i18n.t('options.accounts.stats.notChecked')}>{numberText(notChecked)}</Fact>
      <Fact name={i18n.t('options.accounts.stats.uptime')}>
        {uptimeOfRow ? uptimeText(uptimeOfAll(rows.map(uptimeOfRow))) : '–'}
      </Fact>
    </dl>
  );
}
