import type { ServiceId } from '@/utils/services/registry';
import { keys } from '../../apis/scenario.ts';
import { createSchedPilot } from '../../apis/schedpilot.ts';
import { createSynposter } from '../../apis/synposter.ts';
import { minute } from '../../builders';
import { playedBy } from '../../services/world';
import type { Listed } from './live';
import { accountsOf, type Fault, longestBusy, type Place, type Script, type Truth } from './script';

const profileIds = {
  brand: '11111111-1111-4111-8111-111111111111',
  shop: '22222222-2222-4222-8222-222222222222',
};

/** Both services during a script, true to their documents except for its faults. */
export function openServices(script: Script, now: () => number) {
  const schedPilot = createSchedPilot(() => now());
  const synposter = createSynposter(() => now());
  schedPilot.state.keys.add(keys.schedpilot);
  synposter.state.keys.add(keys.synposter);
  const all = accountsOf.schedpilot.map((name, i) => ({ id: i + 1, type: 'twitter', name }));
  for (const place of ['brand', 'shop'] as const) {
    const { id } = synposter.addProfile(place, profileIds[place]);
    for (const name of accountsOf[place]) {
      synposter.addAccount(id, { id: name, handle: name, platformAccountId: name });
    }
  }
  const everyAccount = [...synposter.state.accounts];
  const truth = new Map<string, Truth>();
  let changed = 0;

  /** Brings both services up to the current time of the script. */
  function catchUp(): void {
    const due = script.changes.filter(({ at }) => at <= now());
    for (const { accounts, to } of due.slice(changed)) {
      for (const account of accounts) truth.set(account, to);
    }
    changed = due.length;
    const isListed = (name: string | null) => truth.get(name ?? '') !== 'gone';
    schedPilot.state.accounts = all.filter(({ name }) => isListed(name));
    synposter.state.accounts = everyAccount.filter(({ handle }) => isListed(handle));
    for (const account of synposter.state.accounts) {
      const status = truth.get(account.handle ?? '') ?? 'working';
      account.status = status === 'working' ? 'active' : status;
    }
  }

  const listed: Listed[] = [];
  const rejectedOnce = new Set<Fault>();
  const { http: played } = playedBy((request) =>
    (request.url.hostname === 'api.schedpilot.com' ? schedPilot : synposter).handle(request),
  );

  async function fetch(...[input, init]: Parameters<typeof globalThis.fetch>): Promise<Response> {
    catchUp();
    const url = new URL(input instanceof Request ? input.url : input);
    const service: ServiceId = url.hostname === 'api.schedpilot.com' ? 'schedpilot' : 'synposter';
    const fault = faultAt(script, service, now());
    const spoils = fault && !(fault.kind === 'rejected-once' && rejectedOnce.has(fault));
    const answer = await played.fetch(input, init);
    const place = placeOf(url);
    if (!spoils) {
      if (place) listed.push({ at: now(), place });
      return answer;
    }
    if (fault.kind === 'rejected-once') rejectedOnce.add(fault);
    if (place && (fault.kind === 'empty' || fault.kind === 'half')) {
      const { json, only } = fewerIn(await answer.json(), fault.kind);
      listed.push({ at: now(), place, only });
      return Response.json(json);
    }
    return spoiled(answer, fault, now());
  }

  return {
    fetch,
    listed,
    connections: [
      { service: 'schedpilot', apiKey: keys.schedpilot },
      { service: 'synposter', apiKey: keys.synposter },
    ] as const,
  };
}

function faultAt({ faults }: Script, service: ServiceId, at: number): Fault | undefined {
  return faults.find((fault) => fault.service === service && fault.from <= at && at < fault.to);
}

/** `undefined` if the request lists no accounts. */
function placeOf({ hostname, pathname, searchParams }: URL): Place | undefined {
  if (!pathname.endsWith('/accounts')) return undefined;
  if (hostname === 'api.schedpilot.com') return 'schedpilot';
  return searchParams.get('profileId') === profileIds.brand ? 'brand' : 'shop';
}

async function spoiled(answer: Response, { kind }: Fault, now: number): Promise<Response> {
  switch (kind) {
    case 'empty':
    case 'half':
      return answer;
    case 'server':
      return Response.json({ error: 'internal' }, { status: 502 });
    case 'network':
      throw new TypeError('Failed to fetch');
    case 'html':
      return new Response('<!doctype html><title>Sign in</title>', {
        headers: { 'Content-Type': 'text/html' },
      });
    case 'cut-off':
      return new Response((await answer.text()).slice(0, -5));
    case 'firewall':
      return new Response('error code: 1020', { status: 403 });
    case 'rejected':
    case 'rejected-once':
      return Response.json(
        { code: 401, error: 'unauthorized', message: 'Revoked' },
        { status: 401 },
      );
    case 'busy-429':
    case 'busy-503': {
      const seconds = Math.round((minute + (now % (longestBusy - minute))) / 1_000);
      const headers = { 'Retry-After': String(seconds) };
      return Response.json({ error: 'busy' }, { status: Number(kind.slice(5)), headers });
    }
  }
}

/** The answer without its accounts or with only every third one, and the accounts left. */
function fewerIn(answer: unknown, kind: 'empty' | 'half') {
  const only = new Set<string>();
  const json: unknown = JSON.parse(JSON.stringify(answer), (name, value: unknown) => {
    if ((name !== 'accounts' && name !== 'data') || !Array.isArray(value)) return value;
    const left = kind === 'empty' ? [] : value.filter((_, i) => i % 3 === 0);
    for (const { name, handle } of left) only.add(handle ?? name);
    return left;
  });
  return { json, only };
}
