import type { ComponentProps } from 'preact';
import { useId } from 'preact/hooks';
import { Select } from '@/components/Select';

type Props<Value extends string | number> = ComponentProps<typeof Select<Value>> & {
  label: string;
  hint?: string;
};

/** A setting with several choices. */
export function SelectSetting<Value extends string | number>(props: Props<Value>) {
  const { label, hint, ...select } = props;
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
      <Select {...select} id={id} aria-describedby={hint && `${id}-hint`} />
    </div>
  );
}
