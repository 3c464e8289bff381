import type { AccountRow, OtherService } from './account-row';

/** Links the rows of an account that is connected through two services. */
export function withOtherServices(rows: readonly AccountRow[]): AccountRow[] {
  if (new Set(rows.map(({ service }) => service)).size < 2) return [...rows];
  const byIdentity = Map.groupBy(rows, identityOf);
  return rows.map((row) => {
    const identity = identityOf(row);
    const otherServices = identity === undefined ? [] : (byIdentity.get(identity) ?? []);
    const elsewhere = otherServices.filter(({ service }) => service !== row.service);
    return elsewhere.length > 0 ? { ...row, otherServices: elsewhere.map(otherServiceOf) } : row;
  });
}

/** Platform and handle are all that both services report; `undefined` without a handle. */
function identityOf({ platform, handle }: AccountRow): string | undefined {
  return handle && `${platform}\n${handle.toLowerCase()}`;
}

function otherServiceOf({ serviceName, status, inTrouble }: AccountRow): OtherService {
  return { serviceName, status, inTrouble };
}
