/** Icons are compiled from the icon sets by unplugin-icons; its own types do not know Preact 11. */
declare module '~icons/*' {
  import type { FunctionComponent, SVGAttributes } from 'preact';

  const Icon: FunctionComponent<SVGAttributes<SVGSVGElement>>;
  export default Icon;
}
