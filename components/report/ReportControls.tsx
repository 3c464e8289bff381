import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { ClientSelect } from '@/components/account/ClientSelect';
import { Select } from '@/components/Select';
import { type PeriodName, periodNames } from '@/utils/report/period';
import { type ReportLocale, reportLanguages } from '@/utils/report/translator';
import { numberText } from '@/utils/text/language';

export interface ReportChoices {
  /** Absent for all clients. */
  client?: string | undefined;
  period: PeriodName;
  locale: ReportLocale;
  /** As the user typed it; absent for the title that fits the client. */
  title?: string | undefined;
}

const periodTexts = {
  '7': 'report.periods.week',
  '30': 'report.periods.days30',
  '90': 'report.periods.days90',
  'this-month': 'report.periods.thisMonth',
  'last-month': 'report.periods.lastMonth',
} as const satisfies Record<PeriodName, string>;

interface Props {
  choices: ReportChoices;
  clients: readonly string[];
  title: string;
  onChoose: (choices: ReportChoices) => void;
  onPrint: () => void;
  onSave: () => void;
  onCopy: () => void;
  /** How many rows of each table are shown, where there are more. */
  rowsShown: number | undefined;
  /** The outcome of the last action. */
  said: string;
}

/** What the report covers, and what to do with it. Not printed. */
export function ReportControls(props: Props) {
  const { choices, clients, title, onChoose, onPrint, onSave, onCopy, rowsShown, said } = props;
  const { client, period, locale } = choices;
  const id = useId();
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <label for={`${id}-client`}>
        {i18n.t('account.client')}
        <ClientSelect
          id={`${id}-client`}
          clients={clients}
          chosen={client}
          onChoose={(next) => onChoose({ ...choices, client: next, title: undefined })}
        />
      </label>
      <label for={`${id}-period`}>
        {i18n.t('report.period')}
        <Select
          id={`${id}-period`}
          value={period}
          choices={periodNames.map((value) => ({ value, label: i18n.t(periodTexts[value]) }))}
          onChoose={(next) => onChoose({ ...choices, period: next })}
        />
      </label>
      <label for={`${id}-language`}>
        {i18n.t('report.language')}
        <Select
          id={`${id}-language`}
          value={locale}
          choices={reportLanguages.map((one) => ({ value: one.locale, label: one.name }))}
          onChoose={(next) => onChoose({ ...choices, locale: next })}
        />
      </label>
      <label class="title">
        {i18n.t('report.titleField')}
        <input
          value={title}
          maxLength={200}
          onInput={({ currentTarget }) => onChoose({ ...choices, title: currentTarget.value })}
        />
      </label>
      <div class="actions">
        <button type="button" class="button" onClick={onPrint}>
          {i18n.t('report.print')}
        </button>
        <button type="button" class="button quiet" onClick={onSave}>
          {i18n.t('report.save')}
        </button>
        <button type="button" class="button quiet" onClick={onCopy}>
          {i18n.t('report.copy')}
        </button>
      </div>
      {rowsShown !== undefined && (
        <p class="hint">{i18n.t('report.preview', [numberText(rowsShown)])}</p>
      )}
      <p role="status" class="hint">
        {said}
      </p>
    </form>
  );
}
