import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  title: string;
  children: ComponentChildren;
}

/** Settings under a heading, each in a row of its own. */
export function SettingsSection({ title, children }: Props) {
  const id = useId();
  return (
    <section class="settings" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <div class="rows">{children}</div>
    </section>
  );
}
