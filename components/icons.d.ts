/** Icons are compiled from the icon sets by unplugin-icons; its own types do not know Preact 11. */
declare module '~icons/*' {
  import type { FunctionComponent } from 'preact';

  const Icon: FunctionComponent;
  export default Icon;
}
