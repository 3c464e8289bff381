import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { separated } from '@/components/separated';
import { Time } from '@/components/Time';
import type { QuarantinedView } from '@/utils/options/quarantined-views';
import { language } from '@/utils/text/language';
import { serviceNames } from '@/utils/text/service-names';
import { ActionCard } from './ActionCard';
import { ShortcutsCard } from './ShortcutsCard';

/** The view's actions. Each resolves to a text that says how it went. */
interface AboutActions {
  copyDiagnostics: (options: { withNames: boolean }) => Promise<string>;
  exportSettings: () => Promise<string>;
  importSettings: (file: File) => Promise<string>;
  saveQuarantined: () => Promise<string>;
  deleteQuarantined: () => Promise<string>;
  deleteEverything: () => Promise<string>;
}

interface Props {
  version: string;
  /** In bytes. */
  usedBytes: number | undefined;
  quarantine: readonly QuarantinedView[];
  /** The keys that open the popup; empty if none are set. */
  shortcut: string;
  now: number;
  actions: AboutActions;
}

/** What is stored and where it goes, with import, export and deletion. */
export function AboutView({ version, usedBytes, quarantine, shortcut, now, actions }: Props) {
  const [withNames, setWithNames] = useState(false);
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
      {quarantine.length > 0 && (
        <ActionCard
          title={i18n.t('options.about.quarantine')}
          text={i18n.t('options.about.quarantineText')}
          actions={[
            { label: i18n.t('options.about.saveQuarantine'), act: actions.saveQuarantined },
            {
              label: i18n.t('options.about.deleteQuarantine'),
              act: actions.deleteQuarantined,
              isDangerous: true,
            },
          ]}
        >
          <ul class="facts" aria-label={i18n.t('options.about.quarantine')}>
            {quarantine.map(({ name, at }) => (
              <li key={`${name}${at}`}>
                {separated([nameText(name), <Time key={name} at={at} now={now} />])}
              </li>
            ))}
          </ul>
        </ActionCard>
      )}
      <ShortcutsCard open={shortcut} />
      <ActionCard
        title={i18n.t('options.about.diagnostics')}
        text={i18n.t('options.about.diagnosticsText')}
        actions={[
          {
            label: i18n.t('options.about.copyDiagnostics'),
            act: () => actions.copyDiagnostics({ withNames }),
          },
        ]}
      >
        <label class="choice">
          <input
            type="checkbox"
            checked={withNames}
            onChange={(event) => setWithNames(event.currentTarget.checked)}
          />
          {i18n.t('options.about.withNames')}
        </label>
      </ActionCard>
      <ActionCard
        title={i18n.t('options.about.transfer')}
        text={i18n.t('options.about.transferText')}
        actions={[
          { label: i18n.t('options.about.exportSettings'), act: actions.exportSettings },
          {
            label: i18n.t('options.about.importSettings'),
            accept: '.json,application/json',
            actOn: actions.importSettings,
          },
        ]}
      />
      <ActionCard
        title={i18n.t('options.about.delete')}
        text={i18n.t('options.about.deleteText', [serviceNames('and')])}
        actions={[
          {
            label: i18n.t('options.about.deleteEverything'),
            act: actions.deleteEverything,
            isDangerous: true,
          },
        ]}
      />
    </>
  );
}

/** The user's word for a stored item. */
function nameText(name: string): string {
  return i18n.t(names.find(([item]) => item === name)?.[1] ?? 'options.about.name.checks');
}

const names = [
  ['connections', 'options.about.name.connections'],
  ['keys', 'options.about.name.keys'],
  ['settings', 'options.about.name.settings'],
  ['history', 'options.about.name.history'],
  ['accounts', 'options.about.name.accounts'],
  ['chats', 'options.about.name.chats'],
  ['chat-addresses', 'options.about.name.chatAddresses'],
  ['outbox', 'options.about.name.outbox'],
  ['reminder', 'options.about.name.outbox'],
  ['chat-outbox', 'options.about.name.outbox'],
] as const;

function kilobytes(bytes: number): string {
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit: 'kilobyte',
    maximumFractionDigits: 0,
  }).format(Math.ceil(bytes / 1000));
}
