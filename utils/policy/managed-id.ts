import type { ServiceId } from '../services/registry';

const prefix = 'managed:';

/**
 * The id of a connection that a policy sets: the same for as long as the policy calls it the same,
 * whatever its key. The ids of users' own connections are UUIDs, and never equal one.
 */
export function managedId(service: ServiceId, name: { id: string } | { label: string }): string {
  const [kind, text] = 'id' in name ? ['id', name.id] : ['label', name.label];
  return `${prefix}${service}:${kind}:${encodeURIComponent(text.toWellFormed())}`;
}

/** True for the id of a connection that a policy sets. */
export function isManagedId(connectionId: string): boolean {
  return connectionId.startsWith(prefix);
}
