import * as z from 'zod/mini';
import type { Http } from '../../utils/services/http.ts';
import type { ServiceId } from '../../utils/services/registry.ts';
import { shapeOf } from '../../utils/services/shape.ts';
import { documentedAnswers } from './documented.ts';
import { type Endpoint, endpoints, entriesOf } from './endpoints.ts';
import { type Finding, findingsOf } from './findings.ts';
import { type Observed, observe } from './observe.ts';

export interface ContractReport {
  /** For each endpoint, whether it was requested and how many entries came. */
  asked: readonly { endpoint: string; outcome: string }[];
  findings: readonly Finding[];
  /** The shapes of answers that differ. */
  shapes: readonly { endpoint: string; shape: string }[];
}

export interface ContractOptions {
  keys: Partial<Record<ServiceId, string>>;
  /** The profile whose accounts are listed; else the first one. */
  profileId?: string | undefined;
}

const profilesSchema = z.array(z.object({ id: z.string() }));

/** Asks each endpoint once and compares its answer with the documents and with our schemas. */
export async function checkContract(
  http: Http,
  { keys, profileId }: ContractOptions,
): Promise<ContractReport> {
  const asked: { endpoint: string; outcome: string }[] = [];
  const findings: Finding[] = [];
  const shapes: { endpoint: string; shape: string }[] = [];
  let firstProfile: string | undefined;
  for (const endpoint of endpoints) {
    const { name, service, needsProfile } = endpoint;
    const key = keys[service];
    const profile = profileId ?? firstProfile;
    if (key === undefined || (needsProfile && profile === undefined)) {
      const outcome = `not asked: ${key === undefined ? 'no key' : 'no profile'}`;
      asked.push({ endpoint: name, outcome });
      continue;
    }
    const observed = await observe(http, (once) => endpoint.ask(once, key, profile ?? ''));
    const { result, json } = observed;
    const found = findingsOf(endpoint, observed, await documentedAnswers(endpoint, http.now()));
    findings.push(...found);
    asked.push({ endpoint: name, outcome: outcomeOf(endpoint, observed) });
    if (json !== undefined && found.length > 0) {
      shapes.push({ endpoint: name, shape: shapeOf(json) });
    }
    if (result.ok) firstProfile ??= profilesSchema.safeParse(result.value).data?.[0]?.id;
  }
  return { asked, findings, shapes };
}

function outcomeOf(endpoint: Endpoint, { json }: Observed): string {
  if (json === undefined) return 'asked, without an answer to compare';
  const { length } = entriesOf(endpoint, json);
  return length === 0 ? 'no entries to compare' : `entries compared: ${length}`;
}
