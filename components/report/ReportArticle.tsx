import type { Ref } from 'preact';
import { useMemo } from 'preact/hooks';
import { HistoryStrip } from '@/components/account/HistoryStrip';
import type { Report } from '@/utils/report/report';
import { formatsIn, interruptionTexts } from '@/utils/report/report-text';
import type { Translator } from '@/utils/report/translator';

interface Props {
  report: Report;
  title: string;
  translator: Translator;
  articleRef: Ref<HTMLElement>;
}

/** The report itself, as it is printed and saved. */
export function ReportArticle({ report, title, translator, articleRef }: Props) {
  const { t, plural, tag, direction } = translator;
  const { share, period } = formatsIn(translator);
  const { accounts, interruptions, platforms, uptime } = report;
  // Typing a title must not render thousands of rows again.
  const tables = useMemo(
    () => (
      <>
        <AccountsTable report={report} translator={translator} />
        {report.interruptions.length === 0 ? (
          <p>{translator.t('report.noInterruptions')}</p>
        ) : (
          <InterruptionsTable report={report} translator={translator} />
        )}
      </>
    ),
    [report, translator],
  );
  return (
    <article
      ref={articleRef}
      class="report"
      lang={tag}
      dir={direction}
      aria-labelledby="report-title"
    >
      <h1 id="report-title" dir="auto">
        {title}
      </h1>
      <p class="period">{period(report.period.from, report.period.to)}</p>
      <dl class="figures">
        <div>
          <dt>{t('report.uptimeName')}</dt>
          <dd>{share(uptime)}</dd>
        </div>
        <div>
          <dt>{t('report.accountsName')}</dt>
          <dd>{accounts.length}</dd>
        </div>
        <div>
          <dt>{t('report.interruptions')}</dt>
          <dd>{interruptions.length}</dd>
        </div>
      </dl>
      <p class="platforms">
        {[...platforms].map(([name, count]) => `${name} ${count}`).join(' · ')}
      </p>
      {tables}
      <footer>
        {t('report.method')} {plural('report.days', report.period.dayStarts.length)}
      </footer>
    </article>
  );
}

interface TableProps {
  report: Report;
  translator: Translator;
}

function AccountsTable({ report, translator }: TableProps) {
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
        {report.accounts.map(({ row, uptime, days }) => (
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

function InterruptionsTable({ report, translator }: TableProps) {
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
        {report.interruptions.map((one) => {
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
