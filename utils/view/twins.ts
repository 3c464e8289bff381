import type { AccountRow } from './account-row';

/** The same account as another service sees it: it is connected through both. */
export type Twin = Pick<AccountRow, 'serviceName' | 'word' | 'inTrouble'>;

/** Rows that know of each other where one person's account is connected through two services. */
export function withTwins(rows: readonly AccountRow[]): AccountRow[] {
  const byIdentity = Map.groupBy(rows, identityOf);
  return rows.map((row) => {
    const twins = identityOf(row) === undefined ? [] : (byIdentity.get(identityOf(row)) ?? []);
    const elsewhere = twins.filter(({ service }) => service !== row.service);
    return elsewhere.length > 0 ? { ...row, twins: elsewhere.map(twinOf) } : row;
  });
}

/** Platform and handle are all that both services tell; `undefined` where there is no handle. */
function identityOf({ platform, handle }: AccountRow): string | undefined {
  return handle && `${platform}\n${handle.toLowerCase()}`;
}

function twinOf({ serviceName, word, inTrouble }: AccountRow): Twin {
  return { serviceName, word, inTrouble };
}
