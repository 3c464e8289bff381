import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { type AboutActions, AboutView } from '@/components/options/AboutView';
import { send } from '@/utils/messages';
import { copyDiagnostics } from '@/utils/view/copy-diagnostics';
import type { Ask } from '@/utils/view/question';
import { serviceNames } from '@/utils/view/service-names';
import { saveSetAside, setAsideViews } from '@/utils/view/set-aside';
import { exportSettings, importSettings } from '@/utils/view/transfer-settings';
import { useAbout } from '@/utils/view/use-about';

/** The view of what is stored and where it goes. `now`: ms since the epoch. */
export function About({ now, ask }: { now: number; ask: Ask }) {
  const { usedBytes, setAside, shortcut } = useAbout();
  return (
    <AboutView
      version={browser.runtime.getManifest().version}
      usedBytes={usedBytes}
      setAside={setAsideViews(setAside)}
      shortcut={shortcut}
      now={now}
      actions={actionsWith(ask)}
    />
  );
}

function actionsWith(ask: Ask): AboutActions {
  return {
    copyDiagnostics: (options) => copyDiagnostics(options).catch(lost),
    exportSettings: () => exportSettings().catch(lost),
    importSettings: (file) => importSettings(file, ask).catch(lost),
    saveSetAside: () => saveSetAside().then(() => i18n.t('options.about.savedSetAside'), lost),
    deleteSetAside: () => send('deleteSetAside', {}).then(() => '', lost),
    deleteEverything: () => deleteEverything(ask).catch(lost),
  };
}

async function deleteEverything(ask: Ask): Promise<string> {
  const agreed = await ask({
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
