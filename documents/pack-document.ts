import { Document, type IPropertiesOptions, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { officialStyles } from './official-styles.js';

export interface OfficialDocument {
  readonly title: string;
  readonly author: string;
  /** ISO date it bears; the document says nothing of when it was made. */
  readonly date: string;
  readonly sections: IPropertiesOptions['sections'];
  /** What the document is, for who reads it back. */
  readonly properties?: Readonly<Record<string, string>>;
}

/** DOS time begins here; fflate reads the parts of the local clock, so it is given as such. */
const zipTime = new Date(1980, 0, 1);

/** The finished file: the same document is the same bytes, whenever and wherever it is packed. */
export async function packDocument({
  title,
  author,
  date,
  sections,
  properties = {},
}: OfficialDocument): Promise<Buffer> {
  const document = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    evenAndOddHeaderAndFooters: true,
    styles: officialStyles,
    sections,
    customProperties: Object.entries(properties).map(([name, value]) => ({ name, value })),
  });
  const parts = unzipSync(await Packer.toBuffer(document));
  const stamped = Object.entries(parts).map(([name, bytes]) => [
    name,
    name === 'docProps/core.xml' ? dated(bytes, date) : bytes,
  ]);
  return Buffer.from(zipSync(Object.fromEntries(stamped) as typeof parts, { mtime: zipTime, level: 9 }));
}

/** The library writes its own clock into the properties. */
function dated(bytes: Uint8Array, date: string): Uint8Array {
  return strToU8(strFromU8(bytes).replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`));
}
