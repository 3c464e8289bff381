/** Where the options page is: a view, and what is highlighted in it. */
export type Route =
  | {
      view: 'connections';
      /** The id of the connection to edit. */
      edit?: string;
      /** The service that the form for a first connection starts with. */
      add?: string;
    }
  | {
      view: 'accounts';
      /** The account whose details are open. */
      account?: string;
      /** How the table is shown; read by `tableOptionsIn`. */
      search?: string;
      show?: string;
      state?: string;
      sort?: string;
      group?: string;
      hide?: string;
    }
  | { view: 'activity' }
  | { view: 'alerts' }
  | { view: 'about' };

/** The URL hash of a route; `parseRoute` reads it. */
export function hashOf({ view, ...about }: Route): `#${string}` {
  const search = new URLSearchParams(about).toString();
  return search ? `#${view}?${search}` : `#${view}`;
}
