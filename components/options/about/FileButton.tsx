import { useRef } from 'preact/hooks';

interface Props {
  label: string;
  /** As the attribute of a file input. */
  accept: string;
  onChoose: (file: File) => void;
}

/** A button that has the user choose a file. */
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
          // The same file can be chosen again, once it was mended.
          currentTarget.value = '';
        }}
      />
      <button type="button" class="button quiet" onClick={() => input.current?.click()}>
        {label}
      </button>
    </>
  );
}
