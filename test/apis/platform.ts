import type { createSynposter } from './synposter.ts';

/** The platform's host in the double: X's own, so that it opens without a question. */
export const platformHost = 'x.com';

export interface PageAnswer {
  status: number;
  headers: Record<string, string>;
  html: string;
}

/**
 * The platform's side of a reconnect: a page that lists the profile's accounts, each with a link
 * that grants access, reconnects the account at Synposter and leads to Synposter's last page.
 */
export function createPlatform(synposter: ReturnType<typeof createSynposter>) {
  return function handle(url: URL): PageAnswer {
    const { searchParams } = url;
    const profileId = searchParams.get('profileId');
    const handleOf = searchParams.get('authorize');
    if (handleOf !== null) {
      synposter.reconnect(handleOf);
      const Location = 'https://api.synposter.com/connected';
      return { status: 302, headers: { Location }, html: '' };
    }
    const links = synposter.state.accounts
      .filter((account) => account.profileId === profileId && account.handle)
      .map(({ handle }) => `<a href="?authorize=${handle}">Authorize ${handle}</a>`);
    return { status: 200, headers: {}, html: page(`<h1>Grant access</h1>${links.join(' ')}`) };
  };
}

/** Where a reconnect ends without a `redirectUri`. */
export const lastPage: PageAnswer = {
  status: 200,
  headers: {},
  html: page('<h1>Connected. You can close this tab.</h1>'),
};

function page(body: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Platform</title>${body}`;
}
