import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { IconButton } from '@/components/IconButton';
import { hashOf } from '@/utils/route';
import X from '~icons/lucide/x';

interface Props {
  /** The account's key. */
  account: string;
  onClosed: () => void;
  children: ComponentChildren;
}

/**
 * A dialog that covers the popup. Escape closes it, and only then the popup. Remove it from the
 * page only after it has closed: otherwise the focus isn't returned.
 */
export function DetailsDialog({ account, onClosed, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="details-dialog"
      aria-label={i18n.t('account.details')}
      onClose={onClosed}
    >
      <IconButton label={i18n.t('account.closeDetails')} onClick={() => dialog.current?.close()}>
        <X />
      </IconButton>
      {children}
      <a
        href={`/options.html${hashOf({ view: 'accounts', account })}`}
        target="_blank"
        rel="noreferrer"
      >
        {i18n.t('popup.allAccounts')}
      </a>
    </dialog>
  );
}
