import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { type AboutActions, AboutView } from '@/components/options/AboutView';
import { send } from '@/utils/messages';
import { copyDiagnostics } from '@/utils/view/copy-diagnostics';
import { saveSetAside, setAsideViews } from '@/utils/view/set-aside';
import { useAbout } from '@/utils/view/use-about';

/** The view of what is stored and where it goes. `now`: ms since the epoch. */
export function About({ now }: { now: number }) {
  const { usedBytes, setAside } = useAbout();
  return (
    <AboutView
      version={browser.runtime.getManifest().version}
      usedBytes={usedBytes}
      setAside={setAsideViews(setAside)}
      now={now}
      actions={actions}
    />
  );
}

const actions: AboutActions = {
  copyDiagnostics: (options) =>
    copyDiagnostics(options).then(
      () => i18n.t('options.about.copied'),
      () => i18n.t('options.about.notCopied'),
    ),
  saveSetAside: () => saveSetAside().then(() => i18n.t('options.about.savedSetAside'), lost),
  deleteSetAside: () => send('deleteSetAside', {}).then(() => '', lost),
};

function lost(): string {
  return i18n.t('popup.result.lost');
}
