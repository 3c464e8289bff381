import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Question } from '@/utils/view/confirm';

/**
 * A confirmation dialog and a function to ask with it. It resolves to true for "yes", otherwise to
 * false, however the dialog is closed.
 */
export function useConfirm(): [VNode, (question: Question) => Promise<boolean>] {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState<{ question: Question; answer: (yes: boolean) => void }>();
  useEffect(() => {
    // Chrome 134 and Firefox 141 close it on a click outside; older ones have buttons and Escape.
    dialog.current?.setAttribute('closedby', 'any');
    if (open) dialog.current?.showModal();
  }, [open]);

  const question = open?.question;
  const element = (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={({ currentTarget }) => open?.answer(currentTarget.returnValue === 'yes')}
    >
      <h2 id={id}>{question?.title}</h2>
      <p>{question?.text}</p>
      <div class="actions">
        <button
          type="button"
          class={question?.isDangerous ? 'button danger' : 'button'}
          onClick={() => dialog.current?.close('yes')}
        >
          {question?.yes}
        </button>
        <button type="button" class="button quiet" onClick={() => dialog.current?.close('no')}>
          {question?.no}
        </button>
      </div>
    </dialog>
  );
  const confirm = (next: Question) =>
    new Promise<boolean>((answer) => {
      if (dialog.current) dialog.current.returnValue = '';
      setOpen({ question: next, answer });
    });
  return [element, confirm];
}
