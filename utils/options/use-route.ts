import { useEffect, useState } from 'preact/hooks';
import { hashOf, type Route } from '../route';
import { parseRoute } from './parse-route';

/** The current route, and a function to go to another. */
export function useRoute(): [Route, (route: Route) => void] {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const onHashChange = () => setRoute(parseRoute(location.hash));
    window.addEventListener('hashchange', onHashChange);
    return () => window.removeEventListener('hashchange', onHashChange);
  }, []);
  return [
    route,
    (next) => {
      location.hash = hashOf(next);
      // At once: the browser's event comes later, when the user may have gone on.
      setRoute(next);
    },
  ];
}
