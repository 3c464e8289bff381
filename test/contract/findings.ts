import * as z from 'zod/mini';
import type { ServiceError } from '../../utils/services/result.ts';
import { compare, type Difference } from './compare.ts';
import { type Endpoint, rejectedIn } from './endpoints.ts';
import type { Observed } from './observe.ts';

/** A difference, and whether the extension still reads the answer as it should. */
export interface Finding extends Difference {
  endpoint: string;
  isHarmless: boolean;
}

type Found = Omit<Finding, 'endpoint'>;

/** Everything in which an answer differs from `documented`, one answer for each documented shape. */
export function findingsOf(
  endpoint: Endpoint,
  observed: Observed,
  documented: readonly unknown[],
): Finding[] {
  const { result, json } = observed;
  const isWhole = result.ok && result.shape === undefined;
  const found = [
    ...ofStatus(observed),
    ...ofHeaders(observed),
    ...(json === undefined ? [] : ofBody(endpoint, json, documented)),
    ...(result.ok ? ofWords(result.value) : []),
  ];
  if (!isWhole && found.every(({ isHarmless }) => isHarmless)) {
    const answered = result.ok ? 'entries we cannot read' : errorText(result.error);
    found.push({ ...notRead, where: '', answered });
  }
  return found.map((one) => ({ endpoint: endpoint.name, ...one }));
}

const notRead = {
  kind: 'not read',
  documented: 'an answer we can read',
  isHarmless: false,
} as const;

function ofStatus({ result, status }: Observed): Found[] {
  if (status === undefined || status === 200) return [];
  const answered = result.ok ? String(status) : `${status}: ${errorText(result.error)}`;
  const where = 'status';
  return [{ kind: 'other status', where, documented: '200', answered, isHarmless: result.ok }];
}

const jsonType = 'application/json';
/** Any other type is not named, because it could hold anything. */
const namedTypes = [jsonType, 'text/html', 'text/plain', 'text/json'];
const limitHeader = /^(retry-after|(x-)?rate-?limit(-[a-z]{1,12}){0,3})$/;

function ofHeaders({ status, headers }: Observed): Found[] {
  if (status === undefined) return [];
  const other = { kind: 'other header', isHarmless: true } as const;
  const type = headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? 'absent';
  const answered = [...namedTypes, 'absent'].includes(type) ? type : 'another type';
  const limits = [...headers.keys()].filter((name) => limitHeader.test(name));
  const found: Found[] = limits.map((where) => ({
    ...other,
    where,
    documented: 'absent',
    answered: 'present',
  }));
  if (type === jsonType) return found;
  return [{ ...other, where: 'content-type', documented: jsonType, answered }, ...found];
}

function ofBody(endpoint: Endpoint, json: unknown, documented: readonly unknown[]): Found[] {
  const rejected = rejectedIn(endpoint, json);
  const [differences = []] = documented
    .map((answer) => compare([answer], [json]))
    .sort((a, b) => a.length - b.length);
  const named = new Set(differences.map(({ where }) => where));
  const others = [...rejected].filter((where) => !named.has(where));
  return [
    ...differences.map((one) => ({ ...one, isHarmless: !rejected.has(one.where) })),
    ...others.map((where) => ({ ...notRead, where, answered: 'rejected' })),
  ];
}

const withUnknownStatus = z.object({
  accounts: z.array(z.object({ reportedStatus: z.optional(z.string()) })),
});
const withUnknownWord = z.object({ unknownStatus: z.string() });

/** Words that our code doesn't know. It shows an unknown status, and reads no more posts. */
function ofWords(value: unknown): Found[] {
  const other = { kind: 'other word', answered: 'another word' } as const;
  const accounts = withUnknownStatus.safeParse(value).data?.accounts ?? [];
  const status = accounts.some(({ reportedStatus }) => reportedStatus !== undefined)
    ? [{ ...other, where: 'data[].status', documented: 'a known status', isHarmless: true }]
    : [];
  const isKnown = !withUnknownWord.safeParse(value).success;
  const where = 'posts[].accounts[].posted_status';
  return isKnown ? status : [{ ...other, where, documented: 'a known word', isHarmless: false }];
}

function errorText(error: ServiceError): string {
  return error.kind === 'unreadable' ? `unreadable, ${error.reason}` : error.kind;
}
