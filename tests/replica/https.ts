import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { generate } from 'selfsigned';

/**
 * A real server under LinkedIn's name. Answers that a test puts into the browser itself (request routing) go past caches, service
 * workers, prerendering and streaming; here they are as they are.
 */

const HOST = 'www.linkedin.com';

/** Where browsers call of their own accord, whatever they are told. They are not let either, but it says nothing of pages or extensions. */
const HOMES = /(^|[./])(google\.com|googleapis\.com|gvt1\.com|mozilla\.(com|org|net)|firefox\.com)([:/]|$)/;

/** What is asked of the server. */
export type Asked = {
  method: string;
  url: URL;
  /** The page that asks for an asset; null for a page itself. */
  referrer: URL | null;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
};

/** What it answers: a body, `delay` milliseconds later, or a document in parts, each with the time at which it is sent. */
export type Answer = {
  status?: number;
  /** A page, if nothing is said. */
  type?: string;
  /** Nothing is stored by caches, if nothing is said. */
  cacheControl?: string;
} & ({ body: string; delay?: number } | { parts: readonly (readonly [number, string])[] });

/** A server that runs, how browsers get to it, and what came. */
export type Site = {
  /** The proxy through which browsers reach it, on this machine. */
  proxyPort: number;
  /** Has Chromium come here and take the certificate. */
  chromiumArguments: string[];
  /** The same for Firefox, which besides has to accept certificates that nobody vouches for. */
  firefoxPreferences: Record<string, unknown>;
  /** All that was asked so far. */
  asked: Asked[];
  /** Other hosts that browsers wanted to speak to, and were not let. */
  strays: string[];
  close(): Promise<void>;
};

/** Starts a server that answers as a function says, or with "not found" where that says null. */
export async function openSite(answerTo: (asked: Asked) => Answer | null): Promise<Site> {
  // Made again for each run, so that there is no key to keep.
  const { private: key, cert } = await generate([{ name: 'commonName', value: HOST }], {
    keyType: 'ec',
    algorithm: 'sha256',
  });
  const asked: Asked[] = [];
  const strays: string[] = [];
  const refuse = (wanted = '') => {
    if (!HOMES.test(wanted)) strays.push(wanted);
  };
  const server = createHttpsServer({ key, cert }, async (request, response) => {
    const { referer } = request.headers;
    const one = {
      method: request.method ?? 'GET',
      url: new URL(request.url ?? '/', `https://${HOST}`),
      referrer: referer && URL.canParse(referer) ? new URL(referer) : null,
      headers: request.headers,
      body: await text(request),
    };
    asked.push(one);
    const answer = answerTo(one) ?? { status: 404, type: 'text/plain', body: '' };
    const { status = 200, type = 'text/html; charset=utf-8', cacheControl = 'no-store' } = answer;
    const parts = 'parts' in answer ? answer.parts : [[answer.delay ?? 0, answer.body] as const];
    const begun = Date.now();
    for (const [at, part] of parts) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, begun + at - Date.now())));
      // Written late, so that a page which waits for its first part does not begin before it.
      if (!response.headersSent) response.writeHead(status, { 'content-type': type, 'cache-control': cacheControl });
      response.write(part);
    }
    response.end();
  });
  const port = await listening(server);
  // Both browsers speak to a proxy about any host without further rights, and tell it by name whom they want to reach.
  const proxy = createServer((request, response) => {
    refuse(request.url);
    response.writeHead(403).end();
  });
  const open = new Set<Duplex>();
  proxy.on('connect', (request, client: Duplex, head: Buffer) => {
    open.add(client);
    client.on('close', () => open.delete(client));
    // Browsers hang up whenever they like.
    client.on('error', () => client.destroy());
    if (request.url !== `${HOST}:443`) {
      refuse(request.url);
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  const proxyPort = await listening(proxy);
  const publicKey = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  const fingerprint = createHash('sha256').update(publicKey).digest('base64');
  return {
    proxyPort,
    chromiumArguments: [
      `--proxy-server=127.0.0.1:${proxyPort}`,
      `--ignore-certificate-errors-spki-list=${fingerprint}`,
    ],
    firefoxPreferences: {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
    },
    asked,
    strays,
    async close() {
      for (const socket of open) socket.destroy();
      await Promise.all([closed(server), closed(proxy)]);
    },
  };
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
