import { crc32 } from 'node:zlib';

/** A zip file of the given parts, stored as they are: what the guard has looked at and nothing else. */
export function storedZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const header = headerOf(name, content);
    const local = Buffer.concat([signed(0x04034b50), header, Buffer.from(name)]);
    directory.push(Buffer.concat([signed(0x02014b50), number16(20), header, centralTail(at), Buffer.from(name)]));
    files.push(local, Buffer.from(content));
    at += local.length + content.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...files, listed, endOf(parts.size, listed.length, at)]);
}

/** Version, flags, method, time and date, checksum, both sizes, lengths of name and extra. */
function headerOf(name: string, content: Uint8Array): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt32LE(crc32(content), 10);
  header.writeUInt32LE(content.length, 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt16LE(Buffer.byteLength(name), 22);
  return header;
}

/** Comment length, disk, attributes, then where the local header stands. */
function centralTail(at: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(at, 10);
  return tail;
}

function endOf(count: number, size: number, start: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start, 16);
  return end;
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}

function number16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
