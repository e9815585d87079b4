import { once } from 'node:events';
import {
  type ClientHttp2Session,
  connect,
  constants,
  createServer,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import type { Posting, Watchman } from './sight.js';
import type { Line } from './tcp-line.js';

interface Beyond {
  readonly engine: ClientHttp2Session;
  readonly watch: Watchman;
}

const nothing = (): void => undefined;

/** A line to Temporal: gRPC without TLS, where every call of ours is one question and one answer. */
export async function openEngineLine(address: string, post: Posting): Promise<Line> {
  const beyond = new Map<ServerHttp2Session, Beyond>();
  const server = createServer();
  server.on('session', (session) => {
    const engine = connect(`http://${address}`);
    beyond.set(session, { engine, watch: post() });
    session.on('error', nothing);
    engine.on('error', nothing);
    session.on('close', () => (beyond.delete(session), setImmediate(() => engine.close())));
    engine.on('close', () => setImmediate(() => session.destroy()));
  });
  server.on('stream', (stream, headers) => {
    stream.on('error', nothing);
    const session = stream.session;
    const side = session && beyond.get(session as ServerHttp2Session);
    if (side) void carry(stream, headers, side).catch(() => stream.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const [session, { engine }] of beyond) {
        session.destroy();
        engine.destroy();
      }
      await closed;
    },
  };
}

async function carry(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  { engine, watch }: Beyond,
): Promise<void> {
  const body = await buffer(stream);
  const what = `${String(headers[':path']).split('/').at(-1)} ${words(body)}`;
  if (watch({ line: 'engine', moment: 'asked', what })) return;
  const call = engine.request(headers);
  call.on('error', nothing);
  // A dead worker's polls end with it, or the engine would give them its next tasks; its last orders are carried out.
  const isPoll = String(headers[':path']).includes('Poll');
  if (isPoll) stream.once('close', () => setImmediate(() => call.destroyed || call.close(constants.NGHTTP2_CANCEL)));
  let trailers: IncomingHttpHeaders = {};
  call.once('trailers', (given) => (trailers = given));
  call.end(body);
  const [head] = (await once(call, 'response')) as [IncomingHttpHeaders];
  const reply = await buffer(call);
  if (watch({ line: 'engine', moment: 'answered', what })) return;
  if (stream.destroyed) return;
  // A refusal may come in the headers alone.
  if (head['grpc-status'] !== undefined) return stream.respond(head, { endStream: true });
  stream.once('wantTrailers', () => stream.sendTrailers(trailers));
  stream.respond(head, { waitForTrailers: true });
  stream.end(reply);
}

/** Names and ids stand in a message as they are. */
function words(body: Buffer): string {
  if (body.length < 5) return '';
  const message = body.subarray(5);
  return (body[0] === 1 ? gunzipSync(message) : message).toString('latin1');
}
