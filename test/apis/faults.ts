import type { ServerResponse } from 'node:http';
import type { ApiAnswer } from './answer.ts';
import { type Difference, differing } from './differences.ts';

/** What can go wrong with an answer on its way. */
export type Fault =
  | { kind: 'latency'; ms: number }
  | { kind: 'hang' }
  | { kind: 'reset' }
  | { kind: 'truncated' }
  | { kind: 'html' }
  | { kind: 'wrong-types' }
  | { kind: 'differs'; difference: Difference }
  | { kind: 'huge'; bytes: number }
  | { kind: 'endless' }
  | { kind: 'redirect'; to: string }
  | { kind: 'raw'; status: number; headers?: Record<string, string>; body: string };

const json = { 'Content-Type': 'application/json' };

/**
 * Sends an answer, changed by the fault if there is one.
 *
 * @param reset breaks the connection below TLS
 */
export function send(
  response: ServerResponse,
  answer: ApiAnswer,
  fault: Fault | undefined,
  reset: () => void,
): void {
  const text = answer.text ?? JSON.stringify(answer.json);
  const type = answer.text === undefined ? json : { 'Content-Type': 'text/plain' };
  const sendWhole = () => {
    response.writeHead(answer.status, { ...type, ...answer.headers }).end(text);
  };
  switch (fault?.kind) {
    case undefined:
      sendWhole();
      break;
    case 'latency':
      setTimeout(sendWhole, fault.ms);
      break;
    case 'hang':
      break;
    case 'reset':
      reset();
      break;
    case 'truncated':
      response.writeHead(answer.status, { ...json, 'Content-Length': Buffer.byteLength(text) });
      response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
      break;
    case 'html':
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end('<!doctype html><title>Sign in to the network</title><form></form>');
      break;
    case 'wrong-types':
      response.writeHead(200, json).end(JSON.stringify({ accounts: 'none', data: 7 }));
      break;
    case 'differs':
      send(response, differing(answer, fault.difference), undefined, reset);
      break;
    case 'huge':
      response.writeHead(200, json);
      response.end(`{"accounts":[],"data":[],"padding":"${'x'.repeat(fault.bytes)}"}`);
      break;
    case 'endless':
      response.writeHead(200, json);
      sendForEver(response);
      break;
    case 'redirect':
      response.writeHead(302, { Location: fault.to }).end();
      break;
    case 'raw':
      response.writeHead(fault.status, { ...json, ...fault.headers }).end(fault.body);
      break;
  }
}

function sendForEver(response: ServerResponse): void {
  const spaces = ' '.repeat(64 * 1024);
  const more = () => {
    while (!response.destroyed && response.write(spaces));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}
