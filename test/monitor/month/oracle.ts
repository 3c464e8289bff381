import type { Notice } from '@/utils/state/outbox-schema';
import { day, hour, minute } from '../../builders';
import type { Lived, Notified } from './live';
import {
  accountsOf,
  type Change,
  type Fault,
  longestBusy,
  type Place,
  places,
  type Script,
  type Span,
  serviceOf,
  type Truth,
} from './script';

/** A second look comes a minute after the first; an alarm may be half a minute late. */
const lookAgain = 2 * minute;
/** From the first listing without many accounts to the notification. */
const massDrop = 47 * minute;

/** What is wrong with the notifications, in words; empty if nothing is. */
export function wrongsOf(script: Script, lived: Lived): string[] {
  return [
    ...untrue(script, lived),
    ...notifiedTwice(lived),
    ...missed(script, lived),
    ...wrongOfKeys(script, lived),
  ];
}

/** Only the state of the account's last true answer may be notified. */
function untrue(script: Script, { notified, listed }: Lived): string[] {
  return notified.flatMap(({ at, notice }) =>
    statementsIn(notice).flatMap(({ account, says }) => {
      const place = placeOf(account);
      const seen = listed.findLast(
        ({ only, ...one }) =>
          one.place === place && one.at <= at && (only === undefined || only.has(account)),
      );
      const truth = seen ? truthAt(script, account, seen.at) : 'never listed';
      return truth === says ? [] : [`${when(at)} ${account} was called ${says}, but is ${truth}`];
    }),
  );
}

function notifiedTwice({ notified }: Lived): string[] {
  const last = new Map<string, Truth>();
  return notified.flatMap(({ at, notice }) =>
    statementsIn(notice).flatMap(({ account, says }) => {
      const isKnown = (last.get(account) ?? 'working') === says;
      last.set(account, says);
      return isKnown ? [`${when(at)} ${account} was called ${says} again`] : [];
    }),
  );
}

/** Each change must be notified in time, unless the account changed again before. */
function missed(script: Script, { notified }: Lived): string[] {
  return script.changes.flatMap((change) =>
    change.accounts.flatMap((account) => {
      const by = deadlineOf(script, change);
      const next = script.changes.find(
        (other) => other.at > change.at && other.accounts.includes(account),
      );
      if (by > Math.min(script.length, next?.at ?? script.length)) return [];
      const words = notified.flatMap(({ at, notice }) =>
        statementsIn(notice).flatMap((one) =>
          one.account === account ? { at, says: one.says } : [],
        ),
      );
      const lastBefore = words.findLast(({ at }) => at < change.at)?.says ?? 'working';
      // If no check saw a trouble, because of sleep for instance, its end is not notified.
      if (change.to === lastBefore) return [];
      const isTold = words.some(
        ({ at, says }) => says === change.to && at >= change.at && at <= by,
      );
      if (isTold) return [];
      const others = words.map(({ at, says }) => `${says} ${when(at)}`).join(', ');
      return [
        `${account} is ${change.to} since ${when(change.at)}, not notified by ${when(by)} (${others})`,
      ];
    }),
  );
}

/** A rejection is notified once, and only if the service kept rejecting the key. */
function wrongOfKeys(script: Script, { notified, listed }: Lived): string[] {
  const rejections = script.faults.filter(({ kind }) => kind === 'rejected');
  const words = notified.filter(({ notice }) => notice.kind === 'refused');
  const isDuring = ({ service, from, to }: Fault, { at, notice }: Notified) =>
    notice.service === service && at >= from && at < to;
  const unnotified = rejections.flatMap((fault) => {
    const count = words.filter((word) => isDuring(fault, word)).length;
    const others = script.faults.filter((other) => other !== fault);
    const by = after(script, fault, allowance(script) + lookAgain, others);
    const before = words.findLast(
      ({ at, notice }) => at < fault.from && notice.service === fault.service,
    );
    // No check saw the key accepted in between.
    const isTold =
      before !== undefined &&
      !listed.some(
        ({ at, place }) => at > before.at && at < fault.from && serviceOf(place) === fault.service,
      );
    const isLate = by > Math.min(fault.to, script.length);
    return count === 1 || (count === 0 && (isLate || isTold))
      ? []
      : [
          `the key of ${fault.service} rejected from ${when(fault.from)} was notified ${count} times`,
        ];
  });
  const untrue = words.filter((word) => !rejections.some((fault) => isDuring(fault, word)));
  return [...unnotified, ...untrue.map(({ at }) => `${when(at)} a good key was called rejected`)];
}

function allowance({ intervalMinutes }: Script): number {
  return 2 * intervalMinutes * minute;
}

/** The latest time for a notification: two intervals, or 45 minutes after the first listing. */
function deadlineOf(script: Script, change: Change): number {
  const needs = change.isMass
    ? script.intervalMinutes * minute + massDrop
    : allowance(script) + lookAgain;
  // An account that goes missing while many others are is doubted for as long as they are.
  const inDoubt = change.to === 'gone' ? massDrop : 0;
  const from = { from: change.at, service: serviceOf(change.place) };
  return after(script, from, Math.max(needs, inDoubt), script.faults);
}

/** The time by which the service has been reachable for `needs` ms since `from`. */
function after(
  script: Script,
  { from, service }: Pick<Fault, 'from' | 'service'>,
  needs: number,
  faults: readonly Fault[],
): number {
  const pauses = [
    ...script.sleeps.map(({ from, to }) => ({ from, to: to + 2 * minute })),
    // Times stored before a clock change are off by it afterwards.
    ...script.clockChanges.map(({ at, by }) => ({ from: at, to: at + Math.abs(by) })),
    ...faults.filter((fault) => fault.service === service).map(withAftermath),
  ].sort((a, b) => a.from - b.from);
  let [at, left] = [from, needs];
  for (const pause of pauses) {
    if (pause.to <= at) continue;
    const free = Math.max(0, pause.from - at);
    if (free >= left) return at + left;
    left -= free;
    at = Math.max(at, pause.to);
  }
  return at + left;
}

/** A fault, with the time until the next good check at the latest. */
function withAftermath({ kind, from, to }: Fault): Span {
  switch (kind) {
    case 'empty':
    case 'half':
      return { from, to: to + 16 * minute };
    case 'rejected':
      return { from, to: to + 6 * hour + 2 * minute };
    case 'rejected-once':
      return { from, to: to + lookAgain };
    case 'busy-429':
    case 'busy-503':
      return { from, to: to + longestBusy + minute };
    default:
      return { from, to: to + hour + minute };
  }
}

/** What a notice says about each of its accounts. */
function statementsIn(notice: Notice): { account: string; says: Truth }[] {
  switch (notice.kind) {
    case 'trouble':
      return [{ account: nameOf(notice.account), says: truthOf(notice.trouble) }];
    case 'recovery':
      return [{ account: nameOf(notice.account), says: 'working' }];
    case 'mass-unlisted':
      return notice.accounts.map((account) => ({ account: nameOf(account), says: 'gone' }));
    case 'refused':
    case 'key-lost':
      return [];
  }
}

function truthOf(trouble: string): Truth {
  if (trouble === 'unlisted') return 'gone';
  if (trouble === 'expired' || trouble === 'revoked') return trouble;
  throw new Error(`No account was ever ${trouble}`);
}

/** SchedPilot's accounts are known by their id there, Synposter's by that of their platform. */
function nameOf(key: string): string {
  const id = /[:#]([^:#/]+)$/.exec(key)?.[1] ?? '';
  return key.includes('#') ? (accountsOf.schedpilot[Number(id) - 1] ?? '') : id;
}

function placeOf(account: string): Place {
  const place = places.find((one) => accountsOf[one].includes(account));
  if (!place) throw new Error(`No place has ${account}`);
  return place;
}

function truthAt({ changes }: Script, account: string, at: number): Truth {
  const last = changes.findLast((one) => one.at <= at && one.accounts.includes(account));
  return last?.to ?? 'working';
}

function when(at: number): string {
  return `day ${(at / day).toFixed(3)}`;
}
