/**
 * The component a build makes of each imported icon (`icons.config.ts`). It is a single path,
 * because a list has an icon in each of thousands of rows. It is hidden from assistive technology,
 * which reads the words beside it.
 *
 * @param isLine true for an outlined path, false for a filled one
 */
export function icon(path: string, isLine: boolean) {
  return () => (
    <svg class={isLine ? 'icon line' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
