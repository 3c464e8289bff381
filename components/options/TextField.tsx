import type { ComponentChildren, PartialInputHTMLAttributes, Ref } from 'preact';
import { useId } from 'preact/hooks';

type InputProps = Pick<
  PartialInputHTMLAttributes<HTMLInputElement>,
  'placeholder' | 'maxLength' | 'aria-invalid' | 'onPaste'
>;

interface Props extends InputProps {
  label: string;
  /** Shown below the field. */
  hint: ComponentChildren;
  /** What isn't words: ids, or a secret of which only dots are shown. */
  code?: 'ids' | 'secret';
  value: string;
  onText: (text: string) => void;
  inputRef?: Ref<HTMLInputElement>;
}

/** A text field with its label and hint. */
export function TextField({ label, hint, code, value, onText, inputRef, ...input }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...input}
        {...(inputRef && { ref: inputRef })}
        {...(code && { dir: 'ltr', autocomplete: 'off', spellcheck: false })}
        {...(code === 'secret' && { type: 'password' })}
        id={id}
        value={value}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <p class="hint" id={`${id}-hint`} aria-live="polite">
        {hint}
      </p>
    </div>
  );
}
