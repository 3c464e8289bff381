import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Time } from '@/components/Time';
import type { SetAsideView } from '@/utils/view/set-aside';

/** What the view asks for; a promise of a text says what came of it. */
export interface AboutActions {
  copyDiagnostics: (options: { withNames: boolean }) => Promise<string>;
  saveSetAside: () => Promise<string>;
  deleteSetAside: () => Promise<string>;
}

interface Props {
  version: string;
  /** What the extension has stored, in bytes. */
  usedBytes: number | undefined;
  setAside: readonly SetAsideView[];
  now: number;
  actions: AboutActions;
}

/** What this is, what it stores and where that goes. */
export function AboutView({ version, usedBytes, setAside, now, actions }: Props) {
  return (
    <>
      <div class="card">
        <h2>{i18n.t('options.about.title', [version])}</h2>
        <p>{i18n.t('options.about.stored')}</p>
        <p>{i18n.t('options.about.sent')}</p>
        {usedBytes !== undefined && (
          <p class="facts">{i18n.t('options.about.used', [kilobytes(usedBytes)])}</p>
        )}
      </div>
      {setAside.length > 0 && <SetAsideCard entries={setAside} now={now} actions={actions} />}
      <DiagnosticsCard onCopy={actions.copyDiagnostics} />
    </>
  );
}

function DiagnosticsCard({ onCopy }: { onCopy: AboutActions['copyDiagnostics'] }) {
  const [withNames, setWithNames] = useState(false);
  const [said, say] = useState('');
  return (
    <div class="card">
      <h2>{i18n.t('options.about.diagnostics')}</h2>
      <p>{i18n.t('options.about.diagnosticsText')}</p>
      <label class="choice">
        <input
          type="checkbox"
          checked={withNames}
          onChange={(event) => setWithNames(event.currentTarget.checked)}
        />
        {i18n.t('options.about.withNames')}
      </label>
      <div class="actions">
        <button
          type="button"
          class="button quiet"
          onClick={() => void onCopy({ withNames }).then(say)}
        >
          {i18n.t('options.about.copyDiagnostics')}
        </button>
      </div>
      <p role="status" class="hint">
        {said}
      </p>
    </div>
  );
}

interface SetAsideProps {
  entries: readonly SetAsideView[];
  now: number;
  actions: AboutActions;
}

function SetAsideCard({ entries, now, actions }: SetAsideProps) {
  const [said, say] = useState('');
  return (
    <div class="card">
      <h2>{i18n.t('options.about.setAside')}</h2>
      <p>{i18n.t('options.about.setAsideText')}</p>
      <ul class="facts">
        {entries.map(({ name, at }) => (
          <li key={`${name}${at}`}>
            {nameText(name)} <Time at={at} now={now} />
          </li>
        ))}
      </ul>
      <div class="actions">
        <button
          type="button"
          class="button quiet"
          onClick={() => void actions.saveSetAside().then(say)}
        >
          {i18n.t('options.about.saveSetAside')}
        </button>
        <button
          type="button"
          class="button quiet danger"
          onClick={() => void actions.deleteSetAside().then(say)}
        >
          {i18n.t('options.about.deleteSetAside')}
        </button>
      </div>
      <p role="status" class="hint">
        {said}
      </p>
    </div>
  );
}

/** What was stored under a name, in the user's words. */
function nameText(name: string): string {
  switch (name) {
    case 'connections':
      return i18n.t('options.about.name.connections');
    case 'keys':
      return i18n.t('options.about.name.keys');
    case 'settings':
      return i18n.t('options.about.name.settings');
    case 'history':
      return i18n.t('options.about.name.history');
    case 'accounts':
      return i18n.t('options.about.name.accounts');
    case 'outbox':
      return i18n.t('options.about.name.outbox');
    default:
      return i18n.t('options.about.name.checks');
  }
}

function kilobytes(bytes: number): string {
  return new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 0,
  }).format(Math.ceil(bytes / 1000));
}
