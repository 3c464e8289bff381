/** The clients that users put accounts under by hand, by the account's key. */
export type AssignedClients = Readonly<Record<string, string>>;

/**
 * Whose account it is: as put by hand, else as the policy says for the connection, else the
 * profile's name, else the connection's label.
 */
export function clientOf(
  accountKey: string,
  assigned: AssignedClients,
  profileName: string | undefined,
  { client, label }: { client?: string; label: string },
): string {
  return assigned[accountKey] || client || profileName || label;
}

/** Puts accounts under a client; `null` returns them to their profile or connection. */
export function withClient(
  assigned: AssignedClients,
  accountKeys: readonly string[],
  client: string | null,
): AssignedClients {
  const moved = new Set(accountKeys);
  const others = Object.entries(assigned).filter(([key]) => !moved.has(key));
  return Object.fromEntries(
    client === null ? others : [...others, ...accountKeys.map((key) => [key, client] as const)],
  );
}
