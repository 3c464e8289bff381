import { useCallback, useEffect, useState } from 'preact/hooks';
import { hashOf, type Route } from '../route';
import { parseRoute } from './parse-route';

/** Goes to a route. `replace`: the browser's Back button skips the one left. */
export type Go = (route: Route, how?: 'replace') => void;

/** The current route, and a function to go to another. */
export function useRoute(): [Route, Go] {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const onHashChange = () => setRoute(parseRoute(location.hash));
    window.addEventListener('hashchange', onHashChange);
    return () => window.removeEventListener('hashchange', onHashChange);
  }, []);
  const go = useCallback<Go>((next, how) => {
    if (how === 'replace') history.replaceState(null, '', hashOf(next));
    else location.hash = hashOf(next);
    // At once: the browser's event comes later, when the user may have gone on.
    setRoute(next);
  }, []);
  return [route, go];
}
