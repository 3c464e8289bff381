import { i18n } from '#i18n';

/** Puts a text on the clipboard; @returns what to say of it, also where the browser does not let us. */
export function copyText(text: string): Promise<string> {
  return navigator.clipboard.writeText(text).then(
    () => i18n.t('account.copied'),
    () => i18n.t('options.about.notCopied'),
  );
}
