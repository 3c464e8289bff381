import type { ComponentChildren, PartialInputHTMLAttributes, Ref } from 'preact';
import { useId } from 'preact/hooks';

type InputProps = Pick<
  PartialInputHTMLAttributes<HTMLInputElement>,
  'dir' | 'autocomplete' | 'spellcheck' | 'placeholder' | 'maxLength' | 'aria-invalid' | 'onPaste'
>;

interface Props extends InputProps {
  /** Shows dots for what is typed. */
  isSecret?: boolean;
  label: string;
  /** Shown below the field. */
  hint: ComponentChildren;
  value: string;
  onText: (text: string) => void;
  inputRef?: Ref<HTMLInputElement>;
}

/** A text field with its label and hint. */
export function TextField({
  isSecret = false,
  label,
  hint,
  value,
  onText,
  inputRef,
  ...input
}: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...input}
        {...(inputRef && { ref: inputRef })}
        {...(isSecret && { type: 'password' })}
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
