import { connect } from 'node:net';
import type { Posting, Watchman } from './sight.js';
import { type Attendant, type Ends, type Line, openTcpLine } from './tcp-line.js';

/**
 * A line to a PostgreSQL server by its socket, where nobody asks for a password. The driver says one thing at a time and
 * waits for “ready” (PostgreSQL 15, 55.2), so an answer is whole when that has come.
 */
export function openRecordLine(socket: string, serverSocket: string, post: Posting): Promise<Line> {
  return openTcpLine(
    { path: socket },
    () => connect(serverSocket),
    (ends) => attend(ends, post()),
  );
}

function attend({ toServer, toWorker, cut }: Ends, watch: Watchman): Attendant {
  let asked: string | undefined;
  let transaction: string[] | undefined;
  let request: Buffer[] = [];
  let words = '';
  let reply: Buffer[] = [];

  const describe = (statement: string): string => {
    if (/^(begin|start transaction)/i.test(statement)) transaction = [];
    else if (transaction && /^(commit|rollback)/i.test(statement)) {
      const whole = [statement, ...transaction].join('\n');
      transaction = undefined;
      return whole;
    } else transaction?.push(statement);
    return statement;
  };
  const ask = () => {
    asked = describe(words);
    const bytes = Buffer.concat(request);
    [request, words] = [[], ''];
    if (watch({ line: 'record', moment: 'asked', what: asked })) return cut();
    toServer(bytes);
  };
  const fromWorker = frames(true, (type, frame) => {
    request.push(frame);
    // The name of a prepared statement comes first; the driver gives none.
    if (type === 'Q') words = text(frame, 5);
    if (type === 'P') words = text(frame, 6);
    if (type === 'B') words += ` -- ${text(frame, 5)}`;
    if (type === 'Q' || type === 'S') return ask();
    if ('PBDEC'.includes(type) && type !== '') return;
    toServer(Buffer.concat(request));
    request = [];
  });
  const fromServer = frames(false, (type, frame) => {
    reply.push(frame);
    if (type !== 'Z' && (asked !== undefined || type !== 'E')) return;
    const what = asked;
    asked = undefined;
    if (what !== undefined && watch({ line: 'record', moment: 'answered', what })) return cut();
    toWorker(Buffer.concat(reply));
    reply = [];
  });
  return { fromWorker, fromServer };
}

const text = (frame: Buffer, from: number): string => frame.toString('latin1', from).replaceAll('\u0000', ' ').trim();

/** Messages of the protocol, whole; a worker's first one has no type. */
function frames(hasStart: boolean, take: (type: string, frame: Buffer) => void): (bytes: Buffer) => void {
  let isFirst = hasStart;
  let rest = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const head = isFirst ? 0 : 1;
      if (rest.length < head + 4) return;
      const length = head + rest.readInt32BE(head);
      if (rest.length < length) return;
      const frame = rest.subarray(0, length);
      rest = rest.subarray(length);
      const type = isFirst ? '' : String.fromCodePoint(frame[0] ?? 0);
      isFirst = false;
      take(type, frame);
    }
  };
}
