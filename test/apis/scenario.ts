import { readFileSync } from 'node:fs';
import type { ServiceId } from '../../utils/services/registry';
import type { Apis } from './start.ts';

export const keys: Readonly<Record<ServiceId, string>> = {
  schedpilot: 'smm_a1b2c3d4e5f6g7h8',
  synposter: 'sk_live_q9w8e7r6t5y4u3i2',
};

/** One of the customer's sample answers, as printed in its documents. */
export function sample(name: 'schedpilot-accounts' | 'synposter-accounts'): string {
  return readFileSync(new URL(`./samples/${name}.json`, import.meta.url), 'utf8');
}

type Services = Pick<Apis, 'schedPilot' | 'synposter'>;

/** 14 accounts on both services in varied states, the customer's samples among them. */
export function playAgency({ schedPilot, synposter }: Services): void {
  schedPilot.state.keys.add(keys.schedpilot);
  schedPilot.state.accounts = [
    ...JSON.parse(sample('schedpilot-accounts')).accounts,
    { id: 201, type: 'facebook', name: 'Bakery on Fifth', username: 'bakeryonfifth' },
    { id: 202, type: 'instagram', name: 'Bakery on Fifth', username: 'bakery.fifth' },
    { id: 203, type: 'youtube', name: 'Harbour Films', username: 'harbourfilms' },
    { id: 204, type: 'tiktok', name: 'مخبز الحي', username: 'hayy.bakery' },
    { id: 205, type: 'pinterest', name: 'Studio Löwenzahn 🌼', username: 'loewenzahn' },
    { id: 206, type: 'bluesky', name: 'Mira Writes', username: 'mira.bsky.social' },
  ];
  synposter.state.keys.add(keys.synposter);
  const [alice] = JSON.parse(sample('synposter-accounts')).data;
  const brand = synposter.addProfile('Alice’s Brand', alice.profileId);
  synposter.state.accounts.push(alice);
  synposter.addAccount(brand.id, { handle: 'alice_support' });
  synposter.addAccount(brand.id, {
    handle: 'alice_reads',
    scopes: ['tweet.read', 'users.read', 'offline.access'],
  });
  const northwind = synposter.addProfile('Northwind Traders');
  synposter.addAccount(northwind.id, { handle: 'northwind', status: 'revoked' });
  synposter.addAccount(northwind.id, { handle: 'northwind_eu' });
  synposter.addAccount(northwind.id, { handle: null, platform: 'linkedin', status: 'active' });
}

/** Clients by the hundred at Synposter, all well. */
export function playFleet(
  { synposter }: Services,
  { profiles, accountsEach }: { profiles: number; accountsEach: number },
): void {
  synposter.state.keys.add(keys.synposter);
  for (let p = 0; p < profiles; p += 1) {
    const { id } = synposter.addProfile(`Client ${p}`);
    for (let a = 0; a < accountsEach; a += 1) {
      synposter.addAccount(id, { handle: `client${p}_${a}` });
    }
  }
}

interface Scenario {
  /** What both services hold when their keys are entered. */
  play(apis: Apis): void;
  /** What goes wrong after that. */
  spoil?(apis: Apis): void;
}

export const scenarioNames = ['all-well', 'some-expired', 'fleet', 'faults'] as const;

/** What demo, development and pictures show. */
export const scenarios: Readonly<Record<(typeof scenarioNames)[number], Scenario>> = {
  'all-well': {
    play(apis) {
      playAgency(apis);
      apis.synposter.reconnect('northwind');
      apis.synposter.change('alice_reads', { scopes: ['tweet.read', 'tweet.write'] });
    },
  },
  'some-expired': {
    play: playAgency,
    spoil: ({ synposter }) => synposter.change('alice', { status: 'expired' }),
  },
  fleet: {
    play(apis) {
      playAgency(apis);
      playFleet(apis, { profiles: 200, accountsEach: 50 });
    },
  },
  faults: {
    play: playAgency,
    spoil(apis) {
      apis.schedPilot.state.keys.clear();
      apis.play('synposter', { kind: 'html' });
    },
  },
};
