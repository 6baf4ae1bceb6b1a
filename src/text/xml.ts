import { parseXml, XmlCdata, XmlElement, XmlError, type XmlNode, XmlText } from '@rgrove/parse-xml';
import type { Position } from '../model.ts';
import { UserError } from '../trouble.ts';

/** An element of XML as it was read, and where it begins. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
  readonly at: Position;
}

/**
 * Reads XML 1.0. Entities that a file declares itself are not known, so that none can be a bomb or a door to other files.
 * Names lose their prefixes: tools choose their own. Throws UserError 2 with the place for what is not well-formed.
 */
export function readXml(text: string, path: string): Element {
  const encoding = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)/.exec(text)?.[1];
  if (encoding !== undefined && !/^(?:utf-?(?:8|16)(?:le|be)?|us-ascii)$/i.test(encoding))
    throw new UserError(
      `${path}:1:1: the file says that its encoding is ${encoding}; UTF-8 was expected`,
      'Have the tool save it as UTF-8; its letters might be others otherwise.',
    );
  try {
    const { root } = parseXml(text, { includeOffsets: true });
    if (!root) throw new UserError(`${path}:1:1: the file has no content; XML was expected`, 'Export it anew.');
    return elementOf(root, placing(text));
  } catch (error) {
    if (error instanceof XmlError) throw malformed(error, path);
    if (error instanceof RangeError)
      throw new UserError(
        `${path}:1:1: elements are nested some thousand deep; no tool writes such a file`,
        'Export it anew, and have the tool save it again.',
      );
    throw error;
  }
}

function malformed({ message, line, column }: XmlError, path: string): UserError {
  const [said = ''] = message.split('\n');
  const isEntity = /entity/i.test(said);
  return new UserError(
    `${path}:${line}:${column}: the file is no well-formed XML: ${said.replace(/ \(line \d+.*$/, '')}`,
    isEntity
      ? 'Entities that a file declares itself are never read; have the tool write the characters.'
      : 'Have the tool that wrote it save it again; nothing was imported.',
  );
}

type Placing = (offset: number) => Position;

/** Offsets as places; asked for in rising order as a rule, each line is counted once. */
function placing(text: string): Placing {
  let [line, start] = [1, 0];
  return (offset) => {
    if (offset < start) [line, start] = [1, 0];
    for (let next = text.indexOf('\n', start); next >= 0 && next < offset; next = text.indexOf('\n', start)) {
      line += 1;
      start = next + 1;
    }
    return { line, column: offset - start + 1 };
  };
}

function elementOf(element: XmlElement, place: Placing): Element {
  const at = place(element.start);
  return {
    name: local(element.name),
    attributes: Object.fromEntries(Object.entries(element.attributes).map(([name, value]) => [local(name), value])),
    children: element.children.flatMap((child) => childOf(child, place)),
    at,
  };
}

function childOf(child: XmlNode, place: Placing): readonly (Element | string)[] {
  if (child instanceof XmlElement) return [elementOf(child, place)];
  return child instanceof XmlText || child instanceof XmlCdata ? [child.text] : [];
}

function local(name: string): string {
  return name === 'xml:lang' ? name : name.slice(name.indexOf(':') + 1);
}

/** Elements of a name among the children, or, `deep`, among all below. */
export function elements(of: Element, name: string): readonly Element[] {
  return of.children.filter((child): child is Element => typeof child !== 'string' && child.name === name);
}

export function* below(of: Element, name: string): Generator<Element> {
  for (const child of of.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) yield child;
    else yield* below(child, name);
  }
}

/** An element of XML to be written: its attributes in order, those that are undefined left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  inner?: string,
): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined
      ? ''
      : ` ${key}="${escaped(String(value)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`,
  );
  return inner === undefined ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`;
}

/** Text as XML has it; a line's end of its own would be read as one of ours. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

/** An element with its children on lines of their own. */
export function lines(
  indent: string,
  name: string,
  attributes: Parameters<typeof element>[1],
  children: readonly string[],
): string {
  if (children.length === 0) return indent + element(name, attributes);
  return indent + element(name, attributes, `\n${children.join('\n')}\n${indent}`);
}

/** Without what XML 1.0 may not hold, even escaped (2.2, Char): controls, halves of surrogate pairs, U+FFFE and U+FFFF. */
export function legal(text: string): string {
  return text.toWellFormed().replaceAll(/[^\t\n\r\u{20}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
