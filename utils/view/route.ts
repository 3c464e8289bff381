import { useEffect, useState } from 'preact/hooks';

export const viewNames = ['connections', 'accounts', 'alerts', 'about'] as const;
export type ViewName = (typeof viewNames)[number];

/** Where the options page is: a view, and what is pointed out in it. */
export type Route =
  | { view: 'connections'; edit?: string }
  | { view: 'accounts'; account?: string }
  | { view: 'alerts' }
  | { view: 'about' };

/** The route that a URL's hash names; the first view where it names none. */
export function parseRoute(hash: string): Route {
  const [view, search] = hash.replace(/^#/, '').split('?');
  const parameters = new URLSearchParams(search);
  const edit = parameters.get('edit');
  const account = parameters.get('account');
  switch (view) {
    case 'accounts':
      return { view, ...(account !== null && { account }) };
    case 'alerts':
    case 'about':
      return { view };
    default:
      return { view: 'connections', ...(edit !== null && { edit }) };
  }
}

function hashOf(route: Route): string {
  switch (route.view) {
    case 'connections':
      return route.edit === undefined
        ? '#connections'
        : `#connections?edit=${encodeURIComponent(route.edit)}`;
    case 'accounts':
      return route.account === undefined
        ? '#accounts'
        : `#accounts?account=${encodeURIComponent(route.account)}`;
    case 'alerts':
    case 'about':
      return `#${route.view}`;
  }
}

/** The current route, and how to go to another. */
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
    },
  ];
}
