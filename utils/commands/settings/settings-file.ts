import * as z from 'zod/mini';
import type { AssignedClients } from '../../accounts/client';
import { serviceIds } from '../../services/registry';
import type { Connection } from '../../state/connection';
import {
  assignedClientsSchema,
  keyKeptUntilSchema,
  labelSchema,
  profilesFromSchema,
} from '../../state/connection-fields';
import { type Settings, settingsSchema } from '../../state/settings';

/* Settings and connections as a file, to move them to another browser. It never holds API keys. */

const version = 1;
const profile = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.exactOptional(z.string()),
});

const connectionInFile = z.object({
  /**
   * The same in every copy, so that importing a file twice adds nothing twice. Ids of policy
   * connections have a colon and don't match.
   */
  id: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  service: z.enum(serviceIds),
  label: labelSchema,
  keyKeptUntil: z.exactOptional(keyKeptUntilSchema),
  paused: z.boolean(),
  profiles: z.array(profile),
  profilesFrom: z.exactOptional(profilesFromSchema),
  otherProfiles: z.exactOptional(z.array(profile)),
});

/** What a file adds. */
export const settingsToImportSchema = z.object({
  settings: settingsSchema,
  connections: z.array(connectionInFile).check(z.maxLength(1_000)),
  /** Files of older versions lack it. */
  clients: z._default(assignedClientsSchema, {}),
});

const headSchema = z.object({ stillConnected: z.literal('settings'), version: z.number() });

const fileSchema = z.extend(settingsToImportSchema, {
  ...headSchema.shape,
  /** ISO 8601 */
  exportedAt: z.string(),
});

export type SettingsToImport = z.infer<typeof settingsToImportSchema>;
export type SettingsFile =
  | { kind: 'settings'; exportedAt: number; content: SettingsToImport }
  | { kind: 'newer' }
  | { kind: 'unreadable' };

/**
 * The file's text. What a policy sets is not the user's to take along.
 *
 * @param now ms since the epoch
 */
export function settingsFileText(
  settings: Settings,
  connections: readonly Connection[],
  clients: AssignedClients,
  now: number,
): string {
  // Parsing drops what belongs to this browser alone, such as the key's last characters.
  const file = z.parse(fileSchema, {
    stillConnected: 'settings',
    version,
    exportedAt: new Date(now).toISOString(),
    settings,
    connections: connections.filter(({ managed }) => !managed),
    clients,
  });
  return JSON.stringify(file, null, 2);
}

/** Reads a file the user chose, which may be any file. */
export function readSettingsFile(text: string): SettingsFile {
  const raw = parseJson(text);
  const head = headSchema.safeParse(raw);
  if (head.success && head.data.version > version) return { kind: 'newer' };
  const file = fileSchema.safeParse(raw);
  if (!file.success) return { kind: 'unreadable' };
  const { settings, connections, clients } = file.data;
  const exportedAt = Date.parse(file.data.exportedAt);
  if (Number.isNaN(exportedAt)) return { kind: 'unreadable' };
  return { kind: 'settings', exportedAt, content: { settings, connections, clients } };
}

/**
 * A connection as an import stores it: like one whose key was not kept.
 *
 * @param now ms since the epoch
 */
export function importedConnection(
  connection: SettingsToImport['connections'][number],
  now: number,
): Connection {
  return { ...connection, keyHint: '', keyRevision: 1, addedAt: now };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
