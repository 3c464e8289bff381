import { accountLabel } from '../accounts/account-label';
import { conditionOf } from '../accounts/attention';
import { uncheckedAccounts } from '../schedule/freshness';
import { readsUsed } from '../schedule/read-budget';
import type { ServiceError } from '../services/result';
import { type AppState, accountsOf, type MonitoredConnection } from '../state/app-state';
import type { Chat, ChatState } from '../state/chat/chat';
import type { LoggedCheck } from '../state/check-log';

/** The facts in the diagnostics. Times are ms since the epoch. */
export interface DiagnosticFacts {
  appState: AppState;
  checks: readonly LoggedCheck[];
  /** Of each connection, the last answer that couldn't be read whole; else empty. */
  unparsedAnswer: readonly string[];
  chats: readonly { chat: Chat; state: ChatState; waiting: number }[];
  events: number;
  /** Notices waiting to be shown. */
  waiting: number;
  /** The storage names of values that couldn't be read. */
  quarantine: readonly string[];
  alarms: readonly { name: string; scheduledTime: number; periodInMinutes?: number }[];
  /** By service: whether the browser lets us reach it. */
  access: Readonly<Record<string, boolean>>;
  version: string;
  userAgent: string;
  usedBytes: number;
}

/**
 * What a helper needs to know, as plain English text: never a key, and names only where the user
 * includes them.
 *
 * @param now ms since the epoch
 */
export function diagnosticsText(
  facts: DiagnosticFacts,
  now: number,
  { withNames }: { withNames: boolean },
): string {
  const { appState, checks } = facts;
  return [
    `Still Connected ${facts.version}, ${time(now)}`,
    facts.userAgent,
    '',
    `Settings: ${JSON.stringify(appState.settings)}`,
    `Alarms: ${facts.alarms.map(alarmText).join('; ') || 'none'}`,
    `Host access: ${JSON.stringify(facts.access)}`,
    `Storage: ${facts.usedBytes} bytes; problem: ${appState.storageProblem ?? 'none'}`,
    `Set aside: ${facts.quarantine.map((name) => withoutIds(name)).join(', ') || 'nothing'}`,
    `History: ${facts.events} events; notices waiting: ${facts.waiting}`,
    '',
    'Connections:',
    ...appState.connections.flatMap((connection, i) =>
      connectionLines(appState, connection, i + 1, now, withNames).concat(
        unreadLines(facts.unparsedAnswer[i]),
      ),
    ),
    '',
    'Chats:',
    ...facts.chats.map(chatLine),
    '',
    `Last ${checks.length} checks, the newest first:`,
    ...checks.toReversed().map((check) => checkLine(check, appState)),
  ].join('\n');
}

function connectionLines(
  all: AppState,
  monitored: MonitoredConnection,
  number: number,
  now: number,
  withNames: boolean,
): string[] {
  const { connection, state, targets } = monitored;
  const listed = accountsOf(all, monitored);
  const reads = readsUsed(monitored, now);
  const facts = [
    `${targets.length} targets`,
    `${targets.filter(({ state: { failures } }) => failures > 0).length} failing`,
    `accounts: ${JSON.stringify(countsOf(listed.map(conditionOf)))}`,
    notCheckedText(all, monitored, now),
    connection.paused ? 'paused' : '',
    connection.keyKeptUntil === 'browser-closes' ? 'key kept for the session' : '',
    state.refusedSince === undefined ? '' : `refused since ${time(state.refusedSince)}`,
    state.blocked ? `blocked by ${state.blocked.by} until ${time(state.blocked.until)}` : '',
    reads ? `${reads.used} of ${reads.limit} reads` : '',
  ].filter(Boolean);
  const name = withNames ? ` “${connection.label}”` : '';
  const troubled = listed.filter((account) => conditionOf(account) !== 'working');
  return [
    `  ${number} ${connection.service}${name}: ${facts.join(', ')}`,
    ...(withNames
      ? troubled.map((account) => `      ${accountLabel(account)}: ${conditionOf(account)}`)
      : []),
  ];
}

/** Never a chat's name, its clients or the end of its address. */
function chatLine({ chat, state, waiting }: DiagnosticFacts['chats'][number], i: number): string {
  const { failing, deliveredAt } = state;
  const facts = [
    chat.on ? 'on' : 'off',
    `${waiting} waiting`,
    deliveredAt === undefined ? 'nothing delivered' : `delivered at ${time(deliveredAt)}`,
    failing
      ? `${failing.failures} failures since ${time(failing.since)}: ${failing.error.kind}`
      : '',
  ];
  return `  ${i + 1} ${chat.service}: ${facts.filter(Boolean).join(', ')}`;
}

function unreadLines(answer: string | undefined): string[] {
  return answer ? [`      last answer not read whole: ${answer}`] : [];
}

/** How many accounts were not seen lately, and since when. */
function notCheckedText(all: AppState, monitored: MonitoredConnection, now: number): string {
  const unchecked = uncheckedAccounts(all, monitored, now);
  if (unchecked.length === 0) return '';
  const seen = unchecked.flatMap(({ lastSeenAt }) => lastSeenAt ?? []);
  const oldest = seen.length > 0 ? `, the oldest last seen ${time(Math.min(...seen))}` : '';
  return `${unchecked.length} not checked${oldest}`;
}

function countsOf(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

function checkLine({ at, tookMs, target, outcome }: LoggedCheck, appState: AppState): string {
  const result =
    outcome.kind === 'listing'
      ? `listing: ${outcome.accounts} accounts, ${outcome.unreadable} unreadable`
      : errorText(outcome.error);
  return `  ${time(at)} ${tookMs} ms, ${placeOf(target, appState)}: ${result}`;
}

/** A target's number, because a profile's id may be private. */
function placeOf(targetId: string, { connections }: AppState): string {
  for (const [i, { targets }] of connections.entries()) {
    const index = targets.findIndex(({ id }) => id === targetId);
    if (index >= 0) return `target ${i + 1}.${index + 1}`;
  }
  return 'a target that is gone';
}

function errorText(error: ServiceError): string {
  const { kind, ...more } = error;
  return [kind, ...Object.entries(more).map(([name, value]) => `${name} ${value}`)].join(' ');
}

function alarmText({ name, scheduledTime, periodInMinutes }: DiagnosticFacts['alarms'][number]) {
  return `${name} at ${time(scheduledTime)}, every ${periodInMinutes ?? '-'} min`;
}

function withoutIds(storedName: string): string {
  return storedName.replace(/^\w+:/, '').replace(/\/.*/, '/…');
}

/** ISO 8601; a time outside the calendar is shown as a number. */
function time(at: number): string {
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : String(at);
}
