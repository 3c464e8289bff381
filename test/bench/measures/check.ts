import type { Account } from '@/utils/accounts/account';
import { playFleet } from '../../apis/scenario.ts';
import { createSchedPilot } from '../../apis/schedpilot.ts';
import { createSynposter } from '../../apis/synposter.ts';
import { type Fleet, fleetOf } from '../browser/browser.ts';
import { type Measured, ratio } from '../figures.ts';
import { type Pairs, type Plan, takeTurns } from '../statistics.ts';
import { loadProduct } from './bundle.ts';

/** What our part of a check costs the processor, against the least that reading JSON costs it. */
export async function measureCheck(plan: Plan): Promise<Measured[]> {
  return [ratio('check.10000.ratio', await checkInTurns(fleetOf(10_000), plan))];
}

/** ms of processor time for the answers of a whole fleet */
export async function checkInTurns(fleet: Fleet, plan: Plan): Promise<Pairs> {
  const product = await loadProduct();
  const now = Date.now();
  const answers = answersOf(fleet, now);
  const known = new Map<string, readonly Account[]>();

  /** Each time, one account of each profile has changed, so that there is something to store. */
  const checkAll = (turn: number) => {
    // The browser's work, and not ours.
    const responses = answers.map(({ profileId, bodies }) => ({
      profileId,
      response: new Response(bodies[turn % bodies.length]),
    }));
    return cpuMs(async () => {
      for (const { profileId, response } of responses) {
        const target = { connectionId: 'c1', profileId };
        const accounts = await product.check(target, response, known.get(profileId), now + turn);
        known.set(profileId, accounts);
      }
    });
  };
  const parseAll = async () => {
    const decoder = new TextDecoder();
    for (const { bodies } of answers) JSON.parse(decoder.decode(bodies[0]));
  };

  let turn = 0;
  const pairs = await takeTurns(
    { ours: () => checkAll(turn++), floor: () => cpuMs(parseAll) },
    plan,
  );
  const seen = [...known.values()].reduce((sum, accounts) => sum + accounts.length, 0);
  if (seen !== fleet.profiles * fleet.accountsEach) {
    throw new Error(`Only ${seen} accounts came through`);
  }
  return pairs;
}

type Body = Uint8Array<ArrayBuffer>;

/** Two answers for each profile, which differ in the status of one account. */
function answersOf(fleet: Fleet, now: number): { profileId: string; bodies: [Body, Body] }[] {
  const synposter = createSynposter(() => now);
  const schedPilot = createSchedPilot(() => now);
  playFleet({ synposter, schedPilot }, fleet);
  const { state } = synposter;
  return state.profiles.map(({ id }) => {
    const data = state.accounts.filter(({ profileId }) => profileId === id);
    const changed = data.map((account, i) =>
      i === 0 ? { ...account, status: 'expired' } : account,
    );
    return { profileId: id, bodies: [bytesOf({ data }), bytesOf({ data: changed })] };
  });
}

function bytesOf(json: unknown): Body {
  return new TextEncoder().encode(JSON.stringify(json));
}

async function cpuMs(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
