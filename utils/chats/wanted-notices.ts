import { clientOf } from '../accounts/client';
import type { AppState } from '../state/app-state';
import type { Chat } from '../state/chat/chat';
import type { Notice } from '../state/outbox-schema';

/**
 * The notices that concern a chat's clients. A notice about many accounts keeps those of its
 * clients; one about a key concerns each client with an account that the key checks.
 */
export function noticesForChat(
  notices: readonly Notice[],
  { clients }: Pick<Chat, 'clients'>,
  appState: AppState,
): Notice[] {
  if (!clients || notices.length === 0) return [...notices];
  const { ofAccount, ofConnection } = clientsIn(appState);
  const isWanted = (client: string | undefined) => client !== undefined && clients.includes(client);
  const wantedOf = (notice: Notice): Notice | undefined => {
    switch (notice.kind) {
      case 'refused':
      case 'key-lost':
        return ofConnection.get(notice.connectionId)?.some(isWanted) ? notice : undefined;
      case 'mass-unlisted': {
        const accounts = notice.accounts.filter((key) => isWanted(ofAccount.get(key)));
        return accounts.length > 0 ? { ...notice, accounts } : undefined;
      }
      case 'trouble':
      case 'recovery':
        return isWanted(ofAccount.get(notice.account) ?? notice.client) ? notice : undefined;
    }
  };
  return notices.flatMap((notice) => wantedOf(notice) ?? []);
}

/** Every client with an account, by name. */
function clientsIn(appState: AppState) {
  const ofAccount = new Map<string, string>();
  const ofConnection = new Map<string, string[]>();
  for (const { connection, targets } of appState.connections) {
    const own: string[] = [];
    for (const { id, profile } of targets) {
      for (const { key } of appState.accounts.get(id) ?? []) {
        const client = clientOf(key, appState.clients, profile?.name, connection);
        ofAccount.set(key, client);
        own.push(client);
      }
    }
    ofConnection.set(connection.id, own);
  }
  return { ofAccount, ofConnection };
}
