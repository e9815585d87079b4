import { SaxesParser } from 'saxes';
import { documentRefused } from '../document-refused.js';
import { limits } from '../guard/limits.js';

/** An element by its name without prefix: Word, WPS and the strict format differ only in that. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** The document's tree; the text has passed the guard. */
export function parseXml(text: string): XmlElement {
  const root: Growing = { name: '', attributes: {}, children: [] };
  const open: Growing[] = [root];
  const parser = new SaxesParser({ fragment: false, position: false });
  parser.on('error', (cause) => {
    throw Object.assign(documentRefused('内部结构残缺'), { cause });
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > limits.depth) throw documentRefused('内部结构嵌套过深');
    const element: Growing = {
      name: local(name),
      attributes: plainNames(attributes as Record<string, string>),
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (piece) => void open.at(-1)?.children.push(piece));
  parser.on('cdata', (piece) => void open.at(-1)?.children.push(piece));
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  const [document] = root.children.filter((child) => typeof child !== 'string');
  if (document === undefined) throw documentRefused('内部结构残缺');
  return document;
}

export function elements({ children }: XmlElement, name?: string): readonly XmlElement[] {
  return children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

export function first(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element && elements(element, name)[0];
}

export function words({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : words(child))).join('');
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function plainNames(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(attributes)
      .toReversed()
      .map(([name, value]) => [local(name), value]),
  );
}
