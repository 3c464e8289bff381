import { Fact } from '@/components/Fact';
import type { Report } from '@/utils/report/report';
import { formatsIn } from '@/utils/report/report-text';
import type { Translator } from '@/utils/report/translator';
import { AccountsTable } from './AccountsTable';
import { InterruptionsTable } from './InterruptionsTable';

interface Props {
  report: Report;
  title: string;
  translator: Translator;
  /** How many rows each table has at most; all by default. */
  rows?: number | undefined;
}

/** The report itself, as it is printed and saved. */
export function ReportArticle({ report, title, translator, rows }: Props) {
  const { t, plural, tag, direction } = translator;
  const { share, period } = formatsIn(translator);
  const { accounts, interruptions, platforms, uptime } = report;
  return (
    <article class="report" lang={tag} dir={direction} aria-labelledby="report-title">
      <h1 id="report-title" dir="auto">
        {title}
      </h1>
      <p class="period">{period(report.period.from, report.period.to)}</p>
      <dl class="figures">
        <Fact name={t('report.uptimeName')}>{share(uptime)}</Fact>
        <Fact name={t('report.accountsName')}>{accounts.length}</Fact>
        <Fact name={t('report.interruptions')}>{interruptions.length}</Fact>
      </dl>
      <p class="platforms">
        {[...platforms].map(([name, count]) => `${name} ${count}`).join(' · ')}
      </p>
      <AccountsTable accounts={accounts.slice(0, rows)} translator={translator} />
      {interruptions.length === 0 ? (
        <p>{t('report.noInterruptions')}</p>
      ) : (
        <InterruptionsTable interruptions={interruptions.slice(0, rows)} translator={translator} />
      )}
      <footer>
        {t('report.method')} {plural('report.days', report.period.dayStarts.length)}
      </footer>
    </article>
  );
}
