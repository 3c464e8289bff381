import { useRef } from 'preact/hooks';

interface Props {
  label: string;
  /** As the `accept` attribute of a file input. */
  accept: string;
  onChoose: (file: File) => void;
}

/** A button that opens a file picker. */
export function FileButton({ label, accept, onChoose }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onChoose(file);
          // Lets the same file be chosen again, for example after a correction.
          currentTarget.value = '';
        }}
      />
      <button type="button" class="button quiet" onClick={() => input.current?.click()}>
        {label}
      </button>
    </>
  );
}
