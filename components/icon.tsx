/**
 * What a build makes of each icon that is imported (`icons.config.ts`). One path, as rows of accounts
 * have three of them, and thousands of rows are scrolled through. Whoever reads by other means than
 * looking has the words beside it.
 *
 * @param isLine whether the path is drawn as a line; otherwise it is filled
 */
export function icon(viewBox: string, path: string, isLine: boolean) {
  return () => (
    <svg class={isLine ? 'icon line' : 'icon'} viewBox={viewBox} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
