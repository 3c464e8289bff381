import { useLayoutEffect, useRef } from 'preact/hooks';
import { ConnectionForm, type ConnectionFormProps } from './ConnectionForm';

interface Props extends Omit<ConnectionFormProps, 'onCancel'> {
  /** Called once it has closed and the browser has returned the focus. */
  onClosed: () => void;
}

/**
 * The form in a modal dialog. A click outside doesn't close it, because a typed key would be lost.
 * Remove it from the page only after it has closed: otherwise the focus isn't returned.
 */
export function ConnectionDialog({ onClosed, onSave, ...form }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} class="form-dialog" aria-label={form.title} onClose={onClosed}>
      <ConnectionForm
        {...form}
        onSave={async (entry) => {
          const saved = await onSave(entry);
          if (saved.ok) close();
          return saved;
        }}
        onCancel={close}
      />
    </dialog>
  );
}
