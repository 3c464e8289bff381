import { i18n } from '#i18n';

/** The keyboard shortcuts. `open`: the keys that open the popup; empty if none are set. */
export function ShortcutsCard({ open }: { open: string }) {
  const shortcuts = [
    ...(open ? [{ keys: open, does: i18n.t('options.about.shortcut.open') }] : []),
    { keys: '/', does: i18n.t('options.about.shortcut.search') },
    { keys: 'Esc', does: i18n.t('options.about.shortcut.clear') },
    { keys: '↑ ↓', does: i18n.t('options.about.shortcut.move') },
    { keys: 'Enter', does: i18n.t('options.about.shortcut.act') },
  ];
  return (
    <div class="card">
      <h2>{i18n.t('options.about.keyboard')}</h2>
      <ul class="facts shortcuts">
        {shortcuts.map(({ keys, does }) => (
          <li key={keys}>
            <kbd>{keys}</kbd> {does}
          </li>
        ))}
      </ul>
    </div>
  );
}
