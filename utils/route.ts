/** Where the options page is: a view, and what is pointed out in it. */
export type Route =
  | { view: 'connections'; edit?: string }
  | { view: 'accounts'; account?: string }
  | { view: 'alerts' }
  | { view: 'about' };

/** The hash of a route's URL, which `parseRoute` reads. */
export function hashOf(route: Route): `#${string}` {
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
