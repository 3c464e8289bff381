import { useId } from 'preact/hooks';

interface Props {
  /** What is chosen. */
  legend: string;
  /** The two choices: all, also those added later, or only some. */
  all: string;
  some: string;
  options: readonly { id: string; name: string }[];
  /** Ids of the chosen ones; `undefined` for all. */
  chosen: readonly string[] | undefined;
  /** What is chosen when the user turns from all to some. */
  atFirst: readonly string[];
  onChange: (chosen: readonly string[] | undefined) => void;
}

/** Chooses all of a list, or some of it. */
export function AllOrSome({ legend, all, some, options, chosen, atFirst, onChange }: Props) {
  const group = useId();
  const toggle = (id: string, on: boolean) => {
    const others = (chosen ?? []).filter((other) => other !== id);
    onChange(on ? [...others, id] : others);
  };
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      <label class="choice">
        <input
          type="radio"
          name={group}
          checked={chosen === undefined}
          onChange={() => onChange(undefined)}
        />
        {all}
      </label>
      <label class="choice">
        <input
          type="radio"
          name={group}
          checked={chosen !== undefined}
          onChange={() => onChange(atFirst)}
        />
        {some}
      </label>
      {chosen !== undefined && (
        <ul class="some" aria-label={some}>
          {options.map(({ id, name }) => (
            <li key={id}>
              <label class="choice">
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  onChange={(event) => toggle(id, event.currentTarget.checked)}
                />
                <span dir="auto">{name}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
