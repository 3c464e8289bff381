import type { Account } from '@/utils/accounts/account';
import { playFleet } from '../apis/scenario.ts';
import { createSchedPilot } from '../apis/schedpilot.ts';
import { createSynposter } from '../apis/synposter.ts';
import { loadProduct } from './bundle.ts';
import { type Figure, ratio } from './figures.ts';
import { compare } from './statistics.ts';

const profiles = 50;
const accountsEach = 200;

/** What our part of a check costs the processor, against the least that reading JSON costs it. */
export async function measureCheck(samples: number): Promise<Figure> {
  const product = await loadProduct();
  const now = Date.now();
  const answers = answersOf(now);
  const known = new Map<string, readonly Account[]>();

  /** Each time, one account of each profile has changed, so that there is something to store. */
  const checkAll = async (turn: number) => {
    for (const { profileId, bodies } of answers) {
      const target = { connectionId: 'c1', profileId };
      const body = bodies[turn % bodies.length] ?? bodies[0];
      const accounts = await product.check(target, body, known.get(profileId), now + turn);
      known.set(profileId, accounts);
    }
  };
  const parseAll = async () => {
    const decoder = new TextDecoder();
    for (const { bodies } of answers) JSON.parse(decoder.decode(bodies[0]));
  };

  let turn = 0;
  const compared = await compare(
    () => cpuMs(() => checkAll(turn++)),
    () => cpuMs(parseAll),
    { samples, warmUps: 5 },
  );
  const seen = [...known.values()].reduce((sum, accounts) => sum + accounts.length, 0);
  if (seen !== profiles * accountsEach) throw new Error(`Only ${seen} accounts came through`);
  return ratio('check.10000.ratio', compared);
}

type Body = Uint8Array<ArrayBuffer>;

/** Two answers for each profile, which differ in the status of one account. */
function answersOf(now: number): { profileId: string; bodies: [Body, Body] }[] {
  const synposter = createSynposter(() => now);
  const schedPilot = createSchedPilot(() => now);
  playFleet({ synposter, schedPilot }, { profiles, accountsEach });
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
