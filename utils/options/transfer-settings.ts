import { i18n } from '#i18n';
import { send } from '../commands/messages';
import { readSettingsFile, settingsFileText } from '../commands/settings/settings-file';
import { datedFile, saveFile } from '../export/save-file';
import { clientsItem, connectionsItem, settingsItem } from '../state/items';
import { readItems } from '../storage/read-items';
import { plural } from '../text/language';
import { timeInWords } from '../text/relative-time';
import type { Confirm } from '../view/confirm';

/** Has the browser save settings and connections as a file, without keys. */
export async function exportSettings(): Promise<string> {
  const now = Date.now();
  const [settings, connections, clients] = await readItems([
    settingsItem,
    connectionsItem,
    clientsItem,
  ]);
  const text = settingsFileText(settings, connections, clients, now);
  saveFile(datedFile('settings', 'json', text, now));
  return i18n.t('options.about.exported');
}

/** More than any settings file has (bytes). */
const mostBytes = 4_000_000;

/**
 * Shows what a chosen file contains, and imports it if the user agrees.
 *
 * @returns a message; empty where they declined
 * @throws where the background couldn't carry it out
 */
export async function importSettings(chosen: File, confirm: Confirm): Promise<string> {
  const file = readSettingsFile(chosen.size > mostBytes ? '' : await chosen.text());
  if (file.kind === 'newer') return i18n.t('options.about.newerFile');
  if (file.kind === 'unreadable') return i18n.t('options.about.notImported');
  const { content, exportedAt } = file;
  const count = content.connections.length;
  const agreed = await confirm({
    title: i18n.t('options.about.importTitle'),
    text: plural('options.about.importText', count, timeInWords(exportedAt, Date.now())),
    yes: i18n.t('options.about.importYes'),
    no: i18n.t('options.about.importNo'),
  });
  if (!agreed) return '';
  const { added } = await send('importSettings', content);
  return added > 0 ? plural('options.about.importedKeys', added) : i18n.t('options.about.imported');
}
