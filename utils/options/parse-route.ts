import type { Route } from '../route';

export const viewNames = [
  'connections',
  'accounts',
  'activity',
  'alerts',
  'about',
] as const satisfies readonly Route['view'][];
export type ViewName = Route['view'];

/** The route in a URL's hash, or the first view. */
export function parseRoute(hash: string): Route {
  const [view, search] = hash.replace(/^#/, '').split('?');
  const parameters = new URLSearchParams(search);
  const edit = parameters.get('edit');
  const account = parameters.get('account');
  switch (view) {
    case 'accounts':
      return { view, ...(account !== null && { account }) };
    case 'activity':
    case 'alerts':
    case 'about':
      return { view };
    default:
      return { view: 'connections', ...(edit !== null && { edit }) };
  }
}
