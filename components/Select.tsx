import type { PartialSelectHTMLAttributes } from 'preact';

type SelectProps = Pick<
  PartialSelectHTMLAttributes<HTMLSelectElement>,
  'id' | 'disabled' | 'aria-label' | 'aria-describedby'
>;

interface Props<Value> extends SelectProps {
  value: Value;
  choices: readonly { value: Value; label: string }[];
  onChoose: (value: Value) => void;
}

/** A field with several choices. */
export function Select<Value extends string | number>(props: Props<Value>) {
  const { choices, onChoose, ...select } = props;
  return (
    <select
      {...select}
      onChange={({ currentTarget }) => {
        const chosen = choices.find(({ value }) => String(value) === currentTarget.value);
        if (chosen) onChoose(chosen.value);
      }}
    >
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
