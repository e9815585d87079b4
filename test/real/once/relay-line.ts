import { connect } from 'node:net';
import type { Posting, Watchman } from './sight.js';
import { type Attendant, type Ends, type Line, openTcpLine } from './tcp-line.js';

const dot = Buffer.from('\r\n.\r\n');

/** A line to an SMTP server without TLS. Of a letter: each recipient, `DATA`, `content` half-way through, and the final `dot`. */
export function openRelayLine(serverPort: number, post: Posting): Promise<Line> {
  return openTcpLine(
    { host: '127.0.0.1', port: 0 },
    () => connect(serverPort, '127.0.0.1'),
    (ends) => attend(ends, post()),
  );
}

function attend({ toServer, toWorker, cut }: Ends, watch: Watchman): Attendant {
  let envelope = '';
  let state: 'commands' | 'data-asked' | 'content' | 'dot-asked' = 'commands';
  let tail = Buffer.alloc(0);
  const isLast = (what: string) => watch({ line: 'relay', moment: 'asked', what: `${what} ${envelope}` });

  /** Several come at once where the server takes them so (RFC 2920). */
  const hearCommands = (bytes: Buffer) => {
    for (const line of bytes.toString('latin1').split(/(?<=\n)/)) {
      if (/^MAIL FROM/i.test(line)) envelope = line.trim();
      else if (/^RCPT TO/i.test(line)) {
        envelope += ` ${line.trim()}`;
        if (isLast('RCPT')) return cut();
      } else if (/^DATA/i.test(line)) {
        if (isLast('DATA')) return cut();
        state = 'data-asked';
      }
      toServer(Buffer.from(line, 'latin1'));
    }
  };
  /** The final dot is kept back: it alone makes the letter the relay's. */
  const hearContent = (bytes: Buffer) => {
    const all = Buffer.concat([tail, bytes]);
    const half = all.subarray(0, Math.floor(all.length / 2));
    toServer(half);
    if (isLast('content')) return cut();
    const isWhole = all.subarray(-dot.length).equals(dot);
    const kept = Math.max(half.length, all.length - dot.length);
    toServer(all.subarray(half.length, kept));
    tail = all.subarray(kept);
    if (!isWhole) return;
    if (isLast('dot')) return cut();
    state = 'dot-asked';
    toServer(tail);
    tail = Buffer.alloc(0);
  };
  return {
    fromWorker: (bytes) => (state === 'content' ? hearContent(bytes) : hearCommands(bytes)),
    fromServer: (bytes) => {
      const isTaken = state === 'dot-asked' && bytes.toString('latin1').startsWith('250');
      if (isTaken && watch({ line: 'relay', moment: 'answered', what: `dot ${envelope}` })) return cut();
      if (state === 'data-asked' && /^354/m.test(bytes.toString('latin1'))) state = 'content';
      else if (state === 'dot-asked') [state, envelope] = ['commands', ''];
      toWorker(bytes);
    },
  };
}
