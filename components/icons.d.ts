/** unplugin-icons compiles these; its own types don't know Preact 11. */
declare module '~icons/*' {
  import type { FunctionComponent } from 'preact';

  const Icon: FunctionComponent;
  export default Icon;
}
