import type { Listing } from '../accounts/account';
import type { PostList, PostsPage } from '../accounts/post';
import type { Http } from './http';
import type { Result } from './result';

/** What a service is and can do, as data. Pages and schedule ask this, never the service's name. */
export interface ServiceInfo {
  name: string;
  /** The only host that its keys are sent to. */
  origin: `https://${string}`;
  /** Where a person sees and mends connected accounts. */
  dashboardUrl: string;
  /** Where a person makes a key, if that is known. */
  keysUrl?: string;
  /** How keys look, to warn of an odd one; never a reason to refuse it. */
  keyPattern: RegExp;
  keyExample: string;
  /** Accounts are grouped in profiles, each listed by a request of its own. */
  hasProfiles: boolean;
  /** Listings tell the status of each account; else being listed means connected. */
  reportsStatus: boolean;
  /** The service starts a reconnect for us. */
  reconnects: boolean;
  /** The service tells which posts are scheduled and which failed. */
  listsPosts: boolean;
  /** How many reads of a UTC clock hour we may use, where the service limits them. */
  readsPerHour?: number;
}

export interface Profile {
  id: string;
  name?: string;
}

/** A page of the posts between two times (ms since the epoch), and a few from around them. */
export interface WantedPosts {
  list: PostList;
  from: number;
  to: number;
  /** From 1. */
  page: number;
}

/** The requests that a service answers. None of them throws. */
export interface ServiceClient {
  listAccounts(http: Http, key: string, profileId?: string): Promise<Result<Listing>>;
  /** Only where the service has profiles. */
  listProfiles?(http: Http, key: string): Promise<Result<Profile[]>>;
  /** Only where the service reconnects: the https address at which a person grants access. */
  startReconnect?(
    http: Http,
    key: string,
    account: { platform: string; profileId?: string },
  ): Promise<Result<{ authUrl: string }>>;
  /** Only where the service lists posts: one page, so that each read is counted by itself. */
  listPosts?(http: Http, key: string, wanted: WantedPosts): Promise<Result<PostsPage>>;
}

/** The client of a service that says this of itself: for all that it can do, there is a request. */
export type ClientOf<Info extends ServiceInfo> = ServiceClient &
  Required<
    Pick<
      ServiceClient,
      | (Info extends { hasProfiles: true } ? 'listProfiles' : never)
      | (Info extends { reconnects: true } ? 'startReconnect' : never)
      | (Info extends { listsPosts: true } ? 'listPosts' : never)
    >
  >;
