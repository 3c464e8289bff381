import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRoute } from '@/utils/options/parse-route';
import { hashOf, type Route } from '@/utils/route';
import { anyText } from '../any-text';

describe('parseRoute', () => {
  it.each<[string, Route]>([
    ['', { view: 'connections' }],
    ['#', { view: 'connections' }],
    ['#nowhere', { view: 'connections' }],
    ['#connections', { view: 'connections' }],
    ['#connections?edit=c1', { view: 'connections', edit: 'c1' }],
    ['#connections?add=synposter', { view: 'connections', add: 'synposter' }],
    ['#connections?account=c1', { view: 'connections' }],
    ['#accounts', { view: 'accounts' }],
    ['#accounts?account=c1%2Ftwitter%231', { view: 'accounts', account: 'c1/twitter#1' }],
    ['#accounts?edit=c1', { view: 'accounts' }],
    ['#alerts', { view: 'alerts' }],
    ['#about', { view: 'about' }],
    ['#alerts?edit=c1', { view: 'alerts' }],
  ])('reads "%s" as %o', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it('reads back every link', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const routes: Route[] = [
          { view: 'accounts', account: text },
          { view: 'connections', edit: text },
        ];
        for (const route of routes) expect(parseRoute(hashOf(route))).toEqual(route);
      }),
    );
  });
});
