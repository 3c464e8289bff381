import { changeSettings } from '@/utils/commands/settings/change-settings';
import { readState } from '@/utils/state/read-state';
import { accountRows } from '@/utils/view/account/account-rows';
import { connect, startWorker, startWorld, type World } from '../monitor/world';

/** The id of “Harbour Films” at SchedPilot. */
export const films = 203;

/** SchedPilot alone, checked once, with posts just turned on. */
export async function startPostsWorld(): Promise<World> {
  const world = startWorld();
  await connect(world, 'schedpilot', { label: 'Studio' });
  await changeSettings(world.now(), { watchPosts: true });
  return world;
}

/** Starts a background that does all that is due. */
export function work({ http }: World): Promise<void> {
  return startWorker(http).run();
}

/** The requests that some work makes: `accounts`, or for posts `scheduled 1` and so on. */
export async function requestsOf(world: World, doing: () => Promise<unknown>): Promise<string[]> {
  const before = world.asked.length;
  await doing();
  return world.asked.slice(before).map(({ url: { pathname, searchParams } }) => {
    const status = searchParams.get('status');
    return status ? `${status} ${searchParams.get('page')}` : (pathname.split('/').pop() ?? '');
  });
}

/** The row of an account, as the pages show it. */
export async function rowOf(world: World, label: string) {
  const rows = accountRows(await readState(world.now()), world.now());
  return rows.find((row) => row.label === label);
}

/** What is known of the one connection's posts. */
export async function postsNow(world: World) {
  return (await readState(world.now())).connections[0]?.posts;
}
