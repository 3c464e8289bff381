import type { Listing } from '../accounts/account';
import type { PostList, PostsPage } from '../accounts/post';
import type { Http } from './http';
import type { Result } from './result';

/** What a service is and can do, as data. Pages and schedule use this, never the service's name. */
export interface ServiceInfo {
  name: string;
  /** The only host its keys are sent to. */
  origin: `https://${string}`;
  /** Where users manage their connected accounts. */
  dashboardUrl: string;
  /** Where users create a key, if known. */
  keysUrl?: string;
  /** What keys look like. It only warns about odd ones, and never rejects one. */
  keyPattern: RegExp;
  keyExample: string;
  /** Accounts are grouped in profiles, each listed by its own request. */
  hasProfiles: boolean;
  /** Listings report each account's status; otherwise being listed means connected. */
  reportsStatus: boolean;
  /** The service can start a reconnect for us. */
  reconnects: boolean;
  /** The service reports scheduled and failed posts. */
  listsPosts: boolean;
  /** How many reads per UTC clock hour we may use, if the service limits them. */
  readsPerHour?: number;
}

export interface Profile {
  id: string;
  name?: string;
}

/** A page of posts between two times (ms since the epoch), with a few from around them. */
export interface WantedPosts {
  list: PostList;
  from: number;
  to: number;
  /** From 1. */
  page: number;
}

/** A service's request functions. None of them throws. */
export interface ServiceApi {
  listAccounts(http: Http, key: string, profileId?: string): Promise<Result<Listing>>;
  /** Only for services with profiles. */
  listProfiles?(http: Http, key: string): Promise<Result<Profile[]>>;
  /** Only for services that reconnect. Returns the https URL where the user grants access. */
  startReconnect?(
    http: Http,
    key: string,
    account: { platform: string; profileId?: string },
  ): Promise<Result<{ authUrl: string }>>;
  /** Only for services that list posts. Returns one page, so that each read is counted. */
  listPosts?(http: Http, key: string, wanted: WantedPosts): Promise<Result<PostsPage>>;
}

/** The client of a service with this info: every stated ability has its request function. */
export type ApiOf<Info extends ServiceInfo> = ServiceApi &
  Required<
    Pick<
      ServiceApi,
      | (Info extends { hasProfiles: true } ? 'listProfiles' : never)
      | (Info extends { reconnects: true } ? 'startReconnect' : never)
      | (Info extends { listsPosts: true } ? 'listPosts' : never)
    >
  >;
