import { topOfHour } from '../../time';
import { errorOfStatus, type Http, requestJson } from '../http';
import { failure, type Result, success } from '../result';
import { schedPilot } from './info';
import { codeSchema } from './schema';

/** Requests a path with parameters from SchedPilot. It uses one read. */
export async function request(
  http: Http,
  key: string,
  path: 'accounts' | 'posts',
  parameters: Readonly<Record<string, string>> = {},
): Promise<Result<unknown>> {
  const url = new URL(`/developers/v1/${path}`, schedPilot.origin);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const answered = await requestJson(http, { url, headers: { 'X-API-KEY': key } });
  if (!answered.ok) return answered;

  const { json } = answered.value;
  const code = codeSchema.safeParse(json);
  const status =
    answered.value.status === 200 && code.success ? code.data.code : answered.value.status;
  if (status === 200) return success(json);
  // Reads are counted per UTC clock hour, so they return at its top.
  return failure(errorOfStatus({ ...answered.value, status }, topOfHour(http.now())));
}
