import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ReportArticle } from '@/components/report/ReportArticle';
import { type ReportChoices, ReportControls } from '@/components/report/ReportControls';
import { usePrinting } from '@/components/report/use-printing';
import { datedFile, saveFile } from '@/utils/export/save-file';
import { periodOf } from '@/utils/report/period';
import { reportOn } from '@/utils/report/report';
import { reportHtml } from '@/utils/report/report-html';
import { reportText } from '@/utils/report/report-text';
import { loadTranslator, ownLocale, type Translator } from '@/utils/report/translator';
import type { AppState } from '@/utils/state/app-state';
import { duplicateAccounts, eachEventOnce } from '@/utils/state/overlaps';
import { filterChoices } from '@/utils/view/account/account-filter';
import { historyByAccountOf } from '@/utils/view/account/account-past';
import { accountRows } from '@/utils/view/account/account-rows';
import { copyText } from '@/utils/view/copy-text';
import { useAppState, useHistory } from '@/utils/view/use-stored';

/** How many rows of each table are on the screen: thousands would take seconds to lay out. */
const rowsOnScreen = 100;

/** A report on all accounts or one client's, to print, save or send. */
export function ReportPage() {
  const appState = useAppState();
  const history = useHistory();
  if (!appState || !history) return null;
  return <LoadedReport appState={appState} history={history} />;
}

interface Props {
  appState: AppState;
  /** Oldest first. */
  history: NonNullable<ReturnType<typeof useHistory>>;
}

function LoadedReport({ appState, history }: Props) {
  // One moment for the whole page, so that its figures agree.
  const [now] = useState(() => Date.now());
  const rows = useMemo(() => accountRows(appState, now), [appState, now]);
  const { clients } = filterChoices(rows);
  const [choices, setChoices] = useState<ReportChoices>(() => chosenAtFirst(clients));
  const [translator, setTranslator] = useState<Translator>();
  const [said, say] = useState('');
  const { isPrinting, print } = usePrinting();
  useEffect(() => {
    void loadTranslator(choices.locale).then(setTranslator);
  }, [choices.locale]);

  const report = useMemo(() => {
    const once = eachEventOnce(history, duplicateAccounts(appState));
    const { client } = choices;
    const shown = client === undefined ? rows : rows.filter((row) => row.client === client);
    return reportOn(shown, historyByAccountOf(once), periodOf(choices.period, now), now);
  }, [rows, history, appState, choices.client, choices.period, now]);
  if (!translator) return null;

  const whose = choices.client ?? translator.t('options.activity.allClients');
  const title = choices.title ?? translator.t('report.title', [whose]);
  const isShortened = Math.max(report.accounts.length, report.interruptions.length) > rowsOnScreen;
  const article = { report, title, translator };
  const save = () => {
    const text = reportHtml(<ReportArticle {...article} />, title, translator);
    const file = datedFile('report', 'html', text, now);
    saveFile(file);
    say(i18n.t('options.accounts.export.saved', [file.name]));
  };
  return (
    <>
      <header>
        <ReportControls
          choices={choices}
          clients={clients}
          title={title}
          onChoose={setChoices}
          onPrint={print}
          onSave={save}
          onCopy={() => void copyText(reportText(report, title, translator)).then(say)}
          said={said}
          rowsShown={isShortened ? rowsOnScreen : undefined}
        />
      </header>
      <main>
        <ReportArticle {...article} rows={isPrinting ? undefined : rowsOnScreen} />
      </main>
    </>
  );
}

/** The client that the page was opened for, if there still is one, in the browser's language. */
function chosenAtFirst(clients: readonly string[]): ReportChoices {
  const wanted = new URLSearchParams(location.search).get('client');
  const client = clients.find((one) => one === wanted);
  return { period: '30', locale: ownLocale(), client };
}
