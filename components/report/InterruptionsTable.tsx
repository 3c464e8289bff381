import type { ReportedInterruption } from '@/utils/report/report';
import { interruptionTexts } from '@/utils/report/report-text';
import type { Translator } from '@/utils/report/translator';

interface Props {
  interruptions: readonly ReportedInterruption[];
  translator: Translator;
}

/** When which account couldn't post, and why. */
export function InterruptionsTable({ interruptions, translator }: Props) {
  const { t, plural } = translator;
  return (
    <table>
      <caption>{t('report.interruptions')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('options.accounts.account')}</th>
          <th scope="col">{t('options.accounts.status')}</th>
          <th scope="col">{t('report.began')}</th>
          <th scope="col">{t('report.ended')}</th>
          <th scope="col">{t('report.length')}</th>
        </tr>
      </thead>
      <tbody>
        {interruptions.map((one) => {
          const { kind, began, ended, length } = interruptionTexts(one, translator);
          const { row } = one;
          return (
            <tr key={`${row.key} ${one.began}`}>
              <th scope="row">
                <bdi>{row.label}</bdi> <small>{row.platformName}</small>
              </th>
              <td>
                {kind}
                {one.postsAtRisk !== undefined && (
                  <small> {plural('report.postsAtRisk', one.postsAtRisk)}</small>
                )}
              </td>
              <td>{began}</td>
              <td>{ended}</td>
              <td>{length}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
