import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip made by hand; what is given wrong here is wrong in the file. */
export interface ZipPart {
  readonly name: string;
  readonly content: Buffer | string;
  readonly localName?: string;
  readonly flags?: number;
  readonly method?: number;
  /** The size the directory declares. */
  readonly bytes?: number;
  readonly crc?: number;
  /** The entry lies inside an earlier one, so many bytes after its start. */
  readonly inside?: { readonly part: number; readonly by: number };
}

/** A deflated zip file of the parts, with whatever lies they tell. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = part.method === 0 ? content : deflateRawSync(content);
    const start = part.inside === undefined ? at : (starts[part.inside.part] ?? 0) + part.inside.by;
    const header = headerOf(part, content, packed);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), header(part.localName ?? part.name)]);
    directory.push(central(header(part.name), start, part.name));
    starts.push(start);
    if (part.inside !== undefined) continue;
    files.push(local, Buffer.from(part.localName ?? part.name), packed);
    at += local.length + Buffer.byteLength(part.localName ?? part.name) + packed.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...files, listed, endOf(parts.length, listed.length, at)]);
}

function headerOf(part: ZipPart, content: Buffer, packed: Buffer): (name: string) => Buffer {
  return (name) => {
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(part.flags ?? 0, 2);
    header.writeUInt16LE(part.method ?? 8, 4);
    header.writeUInt32LE(part.crc ?? crc32(content), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(part.bytes ?? content.length, 18);
    header.writeUInt16LE(Buffer.byteLength(name), 22);
    return header;
  };
}

function central(header: Buffer, start: number, name: string): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(start, 10);
  return Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), header, tail, Buffer.from(name)]);
}

function endOf(count: number, size: number, start: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start, 16);
  return end;
}
