import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A component loaded after the page's start: at the latest when it is first shown, or ahead of that
 * by its own `load`.
 */
export function lazy<Props extends object>(load: () => Promise<FunctionComponent<Props>>) {
  let Loaded: FunctionComponent<Props> | undefined;
  const loadOnce = async () => {
    Loaded ??= await load();
  };
  function LazyComponent(props: Props) {
    const [isLoaded, setIsLoaded] = useState(Loaded !== undefined);
    useEffect(() => {
      if (!isLoaded) void loadOnce().then(() => setIsLoaded(true));
    }, [isLoaded]);
    return Loaded ? <Loaded {...props} /> : null;
  }
  return Object.assign(LazyComponent, { load: loadOnce });
}
