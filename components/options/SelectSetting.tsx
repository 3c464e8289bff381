import { useId } from 'preact/hooks';

interface Props<Value extends string | number> {
  label: string;
  hint?: string;
  value: Value;
  choices: readonly { value: Value; label: string }[];
  disabled?: boolean;
  onChoose: (value: Value) => void;
}

/** A setting with several choices. */
export function SelectSetting<Value extends string | number>(props: Props<Value>) {
  const { label, hint, value, choices, disabled = false, onChoose } = props;
  const id = useId();
  return (
    <div class="row">
      <div>
        <label for={id}>{label}</label>
        {hint && (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <select
        id={id}
        value={value}
        disabled={disabled}
        aria-describedby={hint && `${id}-hint`}
        onChange={({ currentTarget }) => {
          const chosen = choices.find((choice) => String(choice.value) === currentTarget.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
