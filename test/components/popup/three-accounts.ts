import { schedPilot, synposter } from '../stored';

/** One account that Synposter can reconnect, one that works, and one that SchedPilot lost. */
export const threeAccounts = {
  connections: [
    synposter([{ handle: 'alice', id: 'id-alice', status: 'expired' }, { handle: 'fine' }]),
    schedPilot([{ handle: 'gone', status: 'unlisted' }]),
  ],
} as const;

export const keys = { alice: 'sy/p1/instagram#id-alice', gone: 'sp/instagram#gone' };
