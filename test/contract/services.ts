import type { ApiAnswer, ApiRequest } from '../apis/answer.ts';
import { type Difference, differing } from '../apis/differences.ts';
import { createSchedPilot } from '../apis/schedpilot.ts';
import { createSynposter } from '../apis/synposter.ts';
import { now } from '../builders';
import { checkContract } from './check.ts';
import { httpOf } from './documented.ts';
import { textOf } from './report.ts';

/** Keys and values that can come from nowhere else; numbers are as long as no count is. */
export const keys = { schedpilot: 'smm_SECRET1', synposter: 'sk_live_SECRET2' };
export const profileId = 'bbbbbbbb-5ec2-4e75-8ec2-e75ec2e75ec2';
export const secret = /SECRET|secret|5ec2|555\d{6}|pictures\.example|twitter/;

type SchedPilot = ReturnType<typeof createSchedPilot>;
type Synposter = ReturnType<typeof createSynposter>;

/** Fills both doubles with entries as documented. */
export function fill({ schedPilot, synposter }: { schedPilot: SchedPilot; synposter: Synposter }) {
  schedPilot.state.keys.add(keys.schedpilot);
  schedPilot.state.accounts = [555_000_001, 555_000_002].map((id) => ({
    id,
    type: 'twitter',
    name: 'SECRET name',
    username: 'secret_name',
    picture: 'https://pictures.example/secret.jpg',
  }));
  const content = 'SECRET text';
  schedPilot.addPost({ at: now, accounts: [555_000_001], content });
  synposter.state.keys.add(keys.synposter);
  const { id } = synposter.addProfile('SECRET brand', profileId);
  synposter.addAccount(id, { handle: 'secret_one', platformAccountId: '555000003' });
  synposter.addAccount(id, { handle: null, lastRefreshedAt: null });
}

/** Both services on the API double, with one difference from the documents. */
export function startServices() {
  const schedPilot = createSchedPilot(() => now);
  const synposter = createSynposter(() => now);
  fill({ schedPilot, synposter });
  const sent: string[] = [];
  let difference: Difference | undefined;
  let differsAt = '';
  const handle = (request: ApiRequest): ApiAnswer => {
    const { hostname, pathname } = request.url;
    sent.push(`${request.method} ${pathname}`);
    const isSchedPilot = hostname === 'api.schedpilot.com';
    const answer = (isSchedPilot ? schedPilot : synposter).handle(request);
    const differs = `${hostname}${pathname}`.endsWith(differsAt);
    return difference && differs ? differing(answer, difference) : answer;
  };
  return {
    schedPilot,
    synposter,
    sent,
    /**
     * Checks the contract, with a difference in the answers of one path, or in all.
     *
     * @returns the report, and the text that is printed
     */
    async check(played?: Difference, path = '', profile?: string) {
      difference = played;
      differsAt = path;
      const report = await checkContract(httpOf(handle, now), { keys, profileId: profile });
      return { ...report, text: textOf(report) };
    },
  };
}
