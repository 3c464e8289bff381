import type { FunctionComponent, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Later<Props> {
  (props: Props): VNode | null;
  /** Loads the component before it is needed, so that it is there at once when it is. */
  load: () => Promise<void>;
}

/** A component that is no part of the page's start: it is loaded when it is shown first, at the latest. */
export function later<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): Later<Props> {
  let Loaded: FunctionComponent<Props> | undefined;
  const loadOnce = async () => {
    Loaded ??= await load();
  };
  function ShownLater(props: Props): VNode | null {
    const [isLoaded, setIsLoaded] = useState(Loaded !== undefined);
    useEffect(() => {
      if (!isLoaded) void loadOnce().then(() => setIsLoaded(true));
    }, [isLoaded]);
    return Loaded ? <Loaded {...props} /> : null;
  }
  return Object.assign(ShownLater, { load: loadOnce });
}
