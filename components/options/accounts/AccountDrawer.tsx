import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { IconButton } from '@/components/IconButton';
import X from '~icons/lucide/x';

interface Props {
  onClose: () => void;
  children: ComponentChildren;
}

/**
 * A panel at the side of the page that leaves the page usable. Escape closes it, and the focus goes
 * back to where it was.
 */
export function AccountDrawer({ onClose, children }: Props) {
  useLayoutEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // An open menu or dialog closes first, and a search field is cleared.
      const isTaken = event.defaultPrevented || document.querySelector(':popover-open, :modal');
      if (event.key === 'Escape' && !isTaken) onClose();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onClose]);
  return (
    <aside class="drawer" aria-label={i18n.t('account.details')}>
      <IconButton label={i18n.t('account.closeDetails')} onClick={onClose}>
        <X />
      </IconButton>
      {children}
    </aside>
  );
}
