import { HistoryStrip } from '@/components/account/HistoryStrip';
import type { ReportedAccount } from '@/utils/report/report';
import { formatsIn } from '@/utils/report/report-text';
import type { Translator } from '@/utils/report/translator';

interface Props {
  accounts: readonly ReportedAccount[];
  translator: Translator;
}

/** Each account with its bars and uptime. */
export function AccountsTable({ accounts, translator }: Props) {
  const { t } = translator;
  const { share, day } = formatsIn(translator);
  return (
    <table>
      <caption>{t('report.accountsName')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('options.accounts.account')}</th>
          <th scope="col">{t('account.client')}</th>
          <th scope="col" class="bars">
            {t('report.course')}
          </th>
          <th scope="col">{t('report.uptimeName')}</th>
          <th scope="col">{t('account.card.firstSeen')}</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map(({ row, uptime, days }) => (
          <tr key={row.key}>
            <th scope="row">
              <bdi>{row.label}</bdi> <small>{row.platformName}</small>
            </th>
            <td>
              <bdi>{row.client}</bdi>
            </td>
            <td>
              <HistoryStrip days={days} label={share(uptime)} />
            </td>
            <td>{share(uptime)}</td>
            <td>{day(row.firstSeenAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
