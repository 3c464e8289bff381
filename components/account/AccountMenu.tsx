import { i18n } from '#i18n';
import { Menu } from '@/components/Menu';
import { accountMenu } from '@/utils/view/account/account-menu';
import type { AccountRow } from '@/utils/view/account/account-row';
import type { AccountAction } from '@/utils/view/account/act-on-account';

interface Props {
  row: AccountRow;
  now: number;
  onAction: (action: AccountAction) => Promise<void>;
}

/** What can be done with an account, behind three dots. */
export function AccountMenu({ row, now, onAction }: Props) {
  return (
    <Menu
      label={i18n.t('account.more', [row.label])}
      entriesOf={() =>
        accountMenu(row, now).map(({ label, action }) => ({
          label,
          act: () => void onAction(action),
        }))
      }
    />
  );
}
