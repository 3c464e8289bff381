import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { serviceIds, services } from '../services/registry';
import { defineItem } from '../storage/item';
import { connectionSchema, managedId } from './connection';
import { apiKeySchema, labelSchema, profileIdsSchema } from './connection-fields';
import { type SettingsChanges, settingsChangesSchema } from './settings';

/*
 * The organization's policy, including its keys. Only the background imports this file; a test
 * enforces it.
 */

/** An organization's policy, as far as it could be read. */
export interface Policy {
  connections: readonly PolicyConnection[];
  settings: SettingsChanges;
  /** Paths that couldn't be read, such as `connections[1]`. Never values: they may hold a key. */
  unreadable: readonly string[];
}

const policyConnectionSchema = z.object({
  id: z.exactOptional(labelSchema),
  service: z.enum(serviceIds),
  apiKey: apiKeySchema,
  label: labelSchema,
  /** Absent where every profile of the key is monitored. */
  profileIds: z.exactOptional(profileIdsSchema),
  /** Whose accounts these are; absent where profiles or the label say it. */
  client: z.exactOptional(labelSchema),
});

/** A connection set by policy. Its id is made from the service and the policy's id or label. */
export type PolicyConnection = z.infer<typeof policyConnectionSchema> & { id: string };

const connectionsSchema = z.array(z.unknown());
const settingsSchema = z.looseObject({});

/**
 * Reads each connection and each setting by itself, so that a wrong one doesn't hide the others.
 */
export function parsePolicy(raw: { connections?: unknown; settings?: unknown }): Policy {
  const listed = connectionsSchema.safeParse(raw.connections ?? []);
  const named = settingsSchema.safeParse(raw.settings ?? {});
  const unreadable: string[] = [];

  const connections: PolicyConnection[] = [];
  if (!listed.success) unreadable.push('connections');
  for (const [i, entry] of (listed.data ?? []).entries()) {
    const connection = connectionOf(entry);
    // Two connections of the same name would mix their accounts.
    const isRepeated = (other: PolicyConnection) =>
      other.id === connection?.id || (connection && listsTheSame(other, connection));
    if (!connection || connections.some(isRepeated)) unreadable.push(`connections[${i}]`);
    else connections.push(connection);
  }

  let settings: SettingsChanges = {};
  if (!named.success) unreadable.push('settings');
  for (const [name, value] of Object.entries(named.data ?? {})) {
    const parsed = settingsChangesSchema.safeParse({ [name]: value });
    if (parsed.success && name in parsed.data) settings = { ...settings, ...parsed.data };
    else unreadable.push(`settings.${name.slice(0, 40)}`);
  }
  return { connections, settings, unreadable };
}

/** True for a repeated key, which would use the service's reads twice, unless profiles split it. */
function listsTheSame(one: PolicyConnection, other: PolicyConnection): boolean {
  const isSameKey = one.service === other.service && one.apiKey === other.apiKey;
  const isSplit = services[one.service].hasProfiles && (one.profileIds ?? other.profileIds);
  return isSameKey && !isSplit;
}

function connectionOf(entry: unknown): PolicyConnection | undefined {
  const parsed = policyConnectionSchema.safeParse(entry);
  if (!parsed.success) return undefined;
  const { id, profileIds = [], ...rest } = parsed.data;
  return {
    ...rest,
    id: managedId(rest.service, id === undefined ? rest : { id }),
    ...(profileIds.length > 0 && { profileIds: [...new Set(profileIds)] }),
  };
}

/** The current policy; empty where there is none. */
export async function readPolicy(): Promise<Policy> {
  // Firefox rejects where no policy is set, which is the normal case.
  const raw = await browser.storage.managed.get(['connections', 'settings']).catch(() => ({}));
  return parsePolicy(raw);
}

/** The policy's key for a connection; `undefined` where it no longer has one. */
export async function readManagedKey(connectionId: string): Promise<string | undefined> {
  const { connections } = await readPolicy();
  return connections.find(({ id }) => id === connectionId)?.apiKey;
}

/** What was last applied of the policy, to notice changes. */
const policyRecordSchema = z.object({
  /** By connection: enough to notice a new key, and no use for anything else. */
  fingerprints: z.catchall(z.object({}), z.string()),
  /** Connections that the policy no longer sets, and since when (ms). */
  retired: z.array(z.object({ connection: connectionSchema, since: z.number() })),
});

export type PolicyRecord = z.infer<typeof policyRecordSchema>;

/** Stored under the name that version 1.0 gave it. */
export const policyRecordItem = defineItem('local:policy-ledger', policyRecordSchema, {
  fingerprints: {},
  retired: [],
});
