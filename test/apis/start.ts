import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { generate } from 'selfsigned';
import type { ChatServiceId } from '../../utils/chat-services/registry';
import type { ServiceId } from '../../utils/services/registry';
import type { ApiAnswer, ApiRequest } from './answer.ts';
import { chatDoubleHosts, createChats } from './chats.ts';
import { type Fault, send } from './faults.ts';
import { createPlatform, lastPage, type PageAnswer, platformHost } from './platform.ts';
import { createSchedPilot } from './schedpilot.ts';
import { createSynposter } from './synposter.ts';

/** A request that came through the proxy, or that the proxy turned away. */
export interface Recorded {
  host: string;
  method: string;
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  status: number | 'refused';
}

interface Double {
  hosts: readonly string[];
  handle: (request: ApiRequest) => ApiAnswer;
}

export type Apis = Awaited<ReturnType<typeof startApis>>;

/** A picture of one pixel. */
const picture = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

export interface ApisOptions {
  now?: () => number;
  /** Hosts that answer everything with a picture. */
  pictureHosts?: readonly string[];
}

/**
 * The services under their real names: a TLS server on loopback, behind a proxy that lets
 * through their hosts and the pictures' only, and records every other request.
 */
export async function startApis({ now = Date.now, pictureHosts = [] }: ApisOptions = {}) {
  const schedPilot = createSchedPilot(now);
  const synposter = createSynposter(now);
  const requests: Recorded[] = [];
  const sockets = new Set<Socket>();
  const faults = new Map<Double, { fault: Fault; times: number }>();
  const chats = createChats(now);
  const apiDoubles: Readonly<Record<ServiceId, Double>> = {
    schedpilot: { hosts: ['api.schedpilot.com'], handle: schedPilot.handle },
    synposter: { hosts: ['api.synposter.com'], handle: synposter.handle },
  };
  const chatDoubles = chatDoubleHosts.map(([service, hosts]): [ChatServiceId, Double] => [
    service,
    { hosts, handle: (request) => chats.handle(service, request) },
  ]);
  const doubles = new Map<ServiceId | ChatServiceId, Double>([
    ['schedpilot', apiDoubles.schedpilot],
    ['synposter', apiDoubles.synposter],
    ...chatDoubles,
  ]);

  const platform = createPlatform(synposter);
  const doubleOf = new Map(
    [...doubles.values()].flatMap((double) =>
      double.hosts.map((host): [string, Double] => [host, double]),
    ),
  );
  const names = [...doubleOf.keys(), ...pictureHosts, platformHost];
  const { private: key, cert } = await generate([{ name: 'commonName', value: names[0] ?? '' }], {
    extensions: [
      { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2 as const, value })) },
    ],
  });
  const apiServer = createHttpsServer({ key, cert }, async (incoming, response) => {
    const host = incoming.headers.host ?? '';
    const double = doubleOf.get(host);
    const url = new URL(incoming.url ?? '/', `https://${host}`);
    const { method = 'GET', headers } = incoming;
    const path = `${url.pathname}${url.search}`;
    // Whoever takes cookies sends them back next time.
    response.setHeader('Set-Cookie', 'seen=before; Path=/; Secure; SameSite=None');
    const page = pageAt(host, url);
    if (page) {
      requests.push({ host, method, path, headers, status: page.status });
      response.writeHead(page.status, { 'Content-Type': 'text/html', ...page.headers });
      return void response.end(page.html);
    }
    if (!double) {
      requests.push({ host, method, path, headers, status: 200 });
      // Not stored, so that every page that shows the picture asks for it.
      const type = { 'Content-Type': 'image/gif', 'Cache-Control': 'no-store' };
      return void response.writeHead(200, type).end(picture);
    }
    const request = { method, url, headers, body: await text(incoming).catch(() => '') };
    const answer = double.handle(request);
    requests.push({ host, method, path, headers, status: answer.status });
    const port = incoming.socket.remotePort;
    const reset = () => {
      for (const socket of sockets) if (socket.remotePort === port) socket.resetAndDestroy();
    };
    send(response, answer, takeFault(double), reset);
  });

  const proxy = createHttpServer((incoming, response) => {
    const { method = 'GET', headers, url: path = '' } = incoming;
    requests.push({ host: headers.host ?? '', method, path, headers, status: 'refused' });
    response.writeHead(403).end();
  });
  proxy.on('connect', (incoming, client: Socket) => {
    const { url: to = '', headers } = incoming;
    client.on('error', () => client.destroy());
    if (!to.endsWith(':443') || !names.includes(to.slice(0, -':443'.length))) {
      requests.push({ host: to, method: 'CONNECT', path: '', headers, status: 'refused' });
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const server = connect(portOf(apiServer), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(server).pipe(client);
    });
    server.on('error', () => client.destroy());
    client.on('close', () => server.destroy());
  });

  /** What people see, as against what the APIs answer. */
  function pageAt(host: string, url: URL): PageAnswer | undefined {
    if (host === platformHost) return platform(url);
    return apiDoubles.synposter.hosts.includes(host) && url.pathname === '/connected'
      ? lastPage
      : undefined;
  }

  function takeFault(double: Double): Fault | undefined {
    const playing = faults.get(double);
    if (!playing) return undefined;
    playing.times -= 1;
    if (playing.times <= 0) faults.delete(double);
    return playing.fault;
  }

  await listen(apiServer);
  await listen(proxy);
  for (const server of [apiServer, proxy]) {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
  }

  return {
    schedPilot,
    synposter,
    chats,
    requests,
    proxyPort: portOf(proxy),
    /** Plays a fault for the next `times` answers of a service; without a number, until `heal`. */
    play(service: ServiceId | ChatServiceId, fault: Fault, times = Number.POSITIVE_INFINITY): void {
      const double = doubles.get(service);
      if (double) faults.set(double, { fault, times });
    },
    heal(): void {
      faults.clear();
    },
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      await Promise.all([apiServer, proxy].map((server) => once(server.close(), 'close')));
    },
  };
}

async function listen(server: Server): Promise<void> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
}

function portOf(server: Server): number {
  // A server that listens on a port has this address: https://nodejs.org/api/net.html
  return (server.address() as AddressInfo).port;
}
