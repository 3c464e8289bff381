import { schedPilotApi } from '@/utils/services/schedpilot/api';
import { keys } from '../../apis/scenario.ts';
import { createSchedPilot } from '../../apis/schedpilot.ts';
import { now } from '../../builders';
import { answering, playedBy } from '../world';

/** A SchedPilot that knows one key, and a listing from it. */
export function play() {
  const double = createSchedPilot(() => now);
  double.state.keys.add(keys.schedpilot);
  const { http, asked } = playedBy(double.handle);
  const list = (key = keys.schedpilot) => schedPilotApi.listAccounts(http, key);
  return { ...double, http, asked, list };
}

/** What a listing makes of one answer. */
export function listFrom(body: unknown, init?: ResponseInit) {
  return schedPilotApi.listAccounts(answering(body, init), keys.schedpilot);
}
