import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns, stateChoices } from '@/utils/options/account-table';
import { parseRoute } from '@/utils/options/parse-route';
import {
  hideableColumns,
  routeWith,
  type TableOptions,
  tableOptionsIn,
} from '@/utils/options/table-options';
import { hashOf } from '@/utils/route';
import type { Filter } from '@/utils/view/account/account-filter';
import { anyText } from '../any-text';

const name = anyText.filter((text) => text !== '');
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.constant<Filter>({ by: 'all' }),
  fc.constant<Filter>({ by: 'service', only: 'synposter' }),
  name.map((platform): Filter => ({ by: 'platform', only: platform })),
  name.map((client): Filter => ({ by: 'client', only: client })),
);
const options: fc.Arbitrary<TableOptions> = fc.record({
  selection: fc.record({ query: anyText, filter, state: fc.constantFrom(...stateChoices) }),
  sort: fc.record({ column: fc.constantFrom(...columns), descending: fc.boolean() }),
  groupedByClient: fc.boolean(),
  hidden: fc.subarray(hideableColumns),
});

describe('the table’s options in the URL', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(options, fc.option(name, { nil: undefined }), (options, account) => {
        const route = parseRoute(hashOf(routeWith(options, account)));
        if (route.view !== 'accounts') throw new Error('not the accounts');
        expect(tableOptionsIn(route)).toEqual(options);
        expect(route.account).toBe(account);
      }),
    );
  });

  it('leave the plain view a plain URL', () => {
    const plain = tableOptionsIn({ view: 'accounts' });
    expect(hashOf(routeWith(plain, undefined))).toBe('#accounts');
  });

  it('fall back to the plain view for anything unknown', () => {
    const plain = tableOptionsIn({ view: 'accounts' });
    const odd = { show: 'planet Mars', state: 'asleep', sort: '-size', group: 'moon', hide: 'me' };
    expect(tableOptionsIn({ view: 'accounts', ...odd })).toEqual(plain);
  });
});
