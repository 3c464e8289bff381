/** unplugin-icons compiles these; its own types don't know Preact 11. */
declare module '~icons/*' {
  import type { FunctionComponent } from 'preact';

  /** Its outline in a box of 24 by 24. */
  export const path: string;
  const Icon: FunctionComponent;
  export default Icon;
}
