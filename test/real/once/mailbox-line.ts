import { connect } from 'node:net';
import type { Posting, Watchman } from './sight.js';
import { type Attendant, type Ends, type Line, openTcpLine } from './tcp-line.js';

/** A line to an IMAP server without TLS. What a mail is fetched or moved with is watched, the rest passes. */
export function openMailboxLine(serverPort: number, post: Posting): Promise<Line> {
  return openTcpLine(
    { host: 'localhost', port: 0 },
    () => connect(serverPort, '127.0.0.1'),
    (ends) => attend(ends, post()),
  );
}

/** Tag and command, as the client writes them: one command a write. */
const watched = /^(\S+) (UID (?:FETCH .*BODY|MOVE).*)/i;

function attend({ toServer, toWorker, cut }: Ends, watch: Watchman): Attendant {
  let asked: { readonly tag: string; readonly what: string } | undefined;
  let reply = Buffer.alloc(0);
  return {
    fromWorker: (bytes) => {
      const [, tag, what] = watched.exec(bytes.toString('latin1')) ?? [];
      if (tag !== undefined && what !== undefined) {
        if (watch({ line: 'mailbox', moment: 'asked', what })) return cut();
        asked = { tag, what };
      }
      toServer(bytes);
    },
    fromServer: (bytes) => {
      if (!asked) return toWorker(bytes);
      reply = Buffer.concat([reply, bytes]);
      if (!isComplete(reply, asked.tag)) return;
      if (watch({ line: 'mailbox', moment: 'answered', what: asked.what })) return cut();
      toWorker(reply);
      [asked, reply] = [undefined, Buffer.alloc(0)];
    },
  };
}

/** RFC 9051, 2.2.2: the last line of an answer begins with the command's tag. */
function isComplete(reply: Buffer, tag: string): boolean {
  if (!reply.subarray(-2).equals(Buffer.from('\r\n'))) return false;
  const lastLine = reply.toString('latin1', Math.max(0, reply.lastIndexOf('\r\n', reply.length - 3)));
  return lastLine.trimStart().startsWith(`${tag} `);
}
