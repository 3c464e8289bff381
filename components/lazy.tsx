import type { FunctionComponent, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Lazy<Props> {
  (props: Props): VNode | null;
  /** Loads the component ahead of its first use. */
  load: () => Promise<void>;
}

/** A component loaded after the page's start: at the latest when it is first shown. */
export function lazy<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): Lazy<Props> {
  let Loaded: FunctionComponent<Props> | undefined;
  const loadOnce = async () => {
    Loaded ??= await load();
  };
  function LazyComponent(props: Props): VNode | null {
    const [isLoaded, setIsLoaded] = useState(Loaded !== undefined);
    useEffect(() => {
      if (!isLoaded) void loadOnce().then(() => setIsLoaded(true));
    }, [isLoaded]);
    return Loaded ? <Loaded {...props} /> : null;
  }
  return Object.assign(LazyComponent, { load: loadOnce });
}
