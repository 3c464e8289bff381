import { i18n } from '#i18n';

/**
 * Copies a text to the clipboard; @returns a message for the user, also where the browser refuses.
 */
export function copyText(text: string): Promise<string> {
  return navigator.clipboard.writeText(text).then(
    () => i18n.t('account.copied'),
    () => i18n.t('options.about.notCopied'),
  );
}
