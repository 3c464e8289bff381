import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { type AboutActions, AboutView } from '@/components/options/about/AboutView';
import { send } from '@/utils/commands/messages';
import { copyDiagnostics } from '@/utils/diagnostics/copy-diagnostics';
import { quarantinedViews, saveQuarantined } from '@/utils/options/quarantined-views';
import { exportSettings, importSettings } from '@/utils/options/transfer-settings';
import { useAbout } from '@/utils/options/use-about';
import { serviceNames } from '@/utils/text/service-names';
import type { Confirm } from '@/utils/view/confirm';

/** What is stored and where it goes. `now`: ms since the epoch. */
export function About({ now, confirm }: { now: number; confirm: Confirm }) {
  const { usedBytes, quarantine, shortcut } = useAbout();
  return (
    <AboutView
      version={browser.runtime.getManifest().version}
      usedBytes={usedBytes}
      quarantine={quarantinedViews(quarantine)}
      shortcut={shortcut}
      now={now}
      actions={actionsWith(confirm)}
    />
  );
}

function actionsWith(confirm: Confirm): AboutActions {
  return {
    copyDiagnostics: (options) => copyDiagnostics(options).catch(lost),
    exportSettings: () => exportSettings().catch(lost),
    importSettings: (file) => importSettings(file, confirm).catch(lost),
    saveQuarantined: () =>
      saveQuarantined().then(() => i18n.t('options.about.savedQuarantine'), lost),
    deleteQuarantined: () => send('deleteQuarantined', {}).then(() => '', lost),
    deleteEverything: () => deleteEverything(confirm).catch(lost),
  };
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

function lost(): string {
  return i18n.t('popup.result.lost');
}
