import type { ButtonHTMLAttributes } from 'preact';

interface Props
  extends Pick<
    ButtonHTMLAttributes<HTMLButtonElement>,
    'aria-busy' | 'disabled' | 'onClick' | 'children'
  > {
  label: string;
}

/** A button that shows an icon; its name is read out, and shown on hover. */
export function IconButton({ label, ...button }: Props) {
  return <button {...button} type="button" class="icon-button" aria-label={label} title={label} />;
}
