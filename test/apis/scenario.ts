import { readFileSync } from 'node:fs';
import type { Apis } from './start.ts';

export const keys = {
  schedPilot: 'smm_a1b2c3d4e5f6g7h8',
  synposter: 'sk_live_q9w8e7r6t5y4u3i2',
};

/** One of the customer's sample answers, as printed in its documents. */
export function sample(name: 'schedpilot-accounts' | 'synposter-accounts'): string {
  return readFileSync(new URL(`./samples/${name}.json`, import.meta.url), 'utf8');
}

/** 14 accounts on both services in varied states, the customer's samples among them. */
export function playAgency({
  schedPilot,
  synposter,
}: Pick<Apis, 'schedPilot' | 'synposter'>): void {
  schedPilot.state.keys.add(keys.schedPilot);
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
