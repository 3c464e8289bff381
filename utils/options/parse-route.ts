import type { Route } from '../route';

export const viewNames = [
  'connections',
  'accounts',
  'activity',
  'alerts',
  'about',
] as const satisfies readonly Route['view'][];
export type ViewName = Route['view'];
type AccountsRoute = Extract<Route, { view: 'accounts' }>;

/** The route in a URL's hash, or the first view. */
export function parseRoute(hash: string): Route {
  const [view, search] = hash.replace(/^#/, '').split('?');
  const parameters = new URLSearchParams(search);
  switch (view) {
    case 'accounts':
      return { view, ...valuesOf(parameters, accountsParameters) };
    case 'activity':
    case 'alerts':
    case 'about':
      return { view };
    default:
      return { view: 'connections', ...valuesOf(parameters, ['edit', 'add']) };
  }
}

const accountsParameters = [
  'account',
  'search',
  'show',
  'state',
  'sort',
  'group',
  'hide',
] as const satisfies readonly Exclude<keyof AccountsRoute, 'view'>[];

/** The parameters of these names, as far as they are set. */
function valuesOf<Name extends string>(
  parameters: URLSearchParams,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const values: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = parameters.get(name);
    if (value !== null) values[name] = value;
  }
  return values;
}
