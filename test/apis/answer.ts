/** A request as a service's double sees it. */
export interface ApiRequest {
  method: string;
  url: URL;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

export interface ApiAnswer {
  status: number;
  headers?: Record<string, string>;
  json: unknown;
  /** Sent as it is, in place of JSON. */
  text?: string;
}

export function answer(status: number, json: unknown, headers?: Record<string, string>): ApiAnswer {
  return { status, json, ...(headers && { headers }) };
}
