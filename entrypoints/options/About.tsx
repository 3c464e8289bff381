import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { AboutView } from '@/components/options/about/AboutView';
import { send } from '@/utils/commands/messages';
import { copyDiagnostics } from '@/utils/diagnostics/copy-diagnostics';
import { quarantinedViews, saveQuarantined } from '@/utils/options/quarantined-views';
import { exportSettings, importSettings } from '@/utils/options/transfer-settings';
import { useAbout } from '@/utils/options/use-about';
import { quarantineItem } from '@/utils/storage/health';
import { serviceNames } from '@/utils/text/service-names';
import type { Confirm } from '@/utils/view/confirm';
import { useItem } from '@/utils/view/use-stored';
import type { ViewProps } from './view-props';

/** What is stored and where it goes. `now`: ms since the epoch. */
export function About({ now, confirm }: ViewProps) {
  const { usedBytes, shortcut } = useAbout();
  const quarantine = useItem(quarantineItem) ?? [];
  return (
    <AboutView
      version={browser.runtime.getManifest().version}
      usedBytes={usedBytes}
      quarantine={quarantinedViews(quarantine)}
      shortcut={shortcut}
      now={now}
      actions={{
        copyDiagnostics,
        exportSettings,
        importSettings: (file) => importSettings(file, confirm),
        saveQuarantined: () =>
          saveQuarantined().then(() => i18n.t('options.about.savedQuarantine')),
        deleteQuarantined: () => send('deleteQuarantined', {}).then(() => ''),
        deleteEverything: () => deleteEverything(confirm),
      }}
    />
  );
}

async function deleteEverything(confirm: Confirm): Promise<string> {
  const agreed = await confirm({
    title: i18n.t('options.about.deleteTitle'),
    text: i18n.t('options.about.deleteText', [serviceNames('and')]),
    yes: i18n.t('options.about.deleteEverything'),
    no: i18n.t('options.about.deleteNo'),
    isDangerous: true,
  });
  if (!agreed) return '';
  await send('deleteEverything', {});
  return i18n.t('options.about.deletedEverything');
}
