import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { ClientSelect } from '@/components/account/ClientSelect';
import { type PeriodName, periodNames } from '@/utils/report/period';
import { type ReportLocale, reportLanguages } from '@/utils/report/translator';
import { numberText } from '@/utils/text/language';

export interface ReportChoices {
  /** Absent for all clients. */
  client?: string;
  period: PeriodName;
  locale: ReportLocale;
  /** As the user typed it; absent for the title that fits the client. */
  title?: string;
}

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
  const clientId = useId();
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <label for={clientId}>
        {i18n.t('account.client')}
        <ClientSelect
          id={clientId}
          clients={clients}
          chosen={client}
          onChoose={(next) => {
            const { client: _before, title: _title, ...others } = choices;
            onChoose(next === undefined ? others : { ...others, client: next });
          }}
        />
      </label>
      <label>
        {i18n.t('report.period')}
        <select
          value={period}
          onChange={({ currentTarget: { value } }) =>
            onChoose({ ...choices, period: periodNames.find((one) => one === value) ?? '30' })
          }
        >
          {periodNames.map((name) => (
            <option key={name} value={name}>
              {periodText(name)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {i18n.t('report.language')}
        <select
          value={locale}
          onChange={({ currentTarget: { value } }) => {
            const chosen = reportLanguages.find((one) => one.locale === value);
            if (chosen) onChoose({ ...choices, locale: chosen.locale });
          }}
        >
          {reportLanguages.map((one) => (
            <option key={one.locale} value={one.locale}>
              {one.name}
            </option>
          ))}
        </select>
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

function periodText(period: PeriodName): string {
  switch (period) {
    case '7':
      return i18n.t('report.periods.week');
    case '30':
      return i18n.t('report.periods.days30');
    case '90':
      return i18n.t('report.periods.days90');
    case 'this-month':
      return i18n.t('report.periods.thisMonth');
    case 'last-month':
      return i18n.t('report.periods.lastMonth');
  }
}
