/** Where the options page is: a view, and what is pointed out in it. */
export type Route =
  | { view: 'connections'; edit?: string }
  | { view: 'accounts'; account?: string }
  | { view: 'alerts' }
  | { view: 'about' };

/** The hash of a route's URL, which `parseRoute` reads. */
export function hashOf({ view, ...about }: Route): `#${string}` {
  const search = new URLSearchParams(about).toString();
  return search ? `#${view}?${search}` : `#${view}`;
}
