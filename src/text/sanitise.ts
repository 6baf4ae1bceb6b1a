import { sanitizer } from './sanitizer.ts';

const TAGS = [
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'blockquote', 'br', 'caption', 'cite', 'code', 'col', 'colgroup', 'dd', 'del'],
  ...['details', 'dfn', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['hr', 'i', 'img', 'input', 'ins', 'kbd', 'li', 'mark', 'ol', 'p', 'pre', 'q', 'rp', 'rt', 'ruby', 's', 'samp'],
  ...['section', 'small', 'span', 'strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead'],
  ...['time', 'tr', 'u', 'ul', 'var', 'wbr'],
];

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  '*': [
    'id',
    'class',
    'lang',
    'dir',
    'title',
    'role',
    'aria-label',
    'aria-labelledby',
    'aria-describedby',
    'aria-hidden',
  ],
  a: ['href', 'data-footnote-ref', 'data-footnote-backref'],
  img: ['src', 'alt', 'width', 'height'],
  input: ['type', 'checked', 'disabled'],
  li: ['value'],
  ol: ['start', 'reversed', 'type'],
  section: ['data-footnotes'],
  td: ['colspan', 'rowspan', 'headers'],
  th: ['colspan', 'rowspan', 'headers', 'scope', 'abbr'],
  time: ['datetime'],
};

/** What only Hexapla writes: which block an element holds. */
const OWN: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  ['caption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'p', 'td', 'th'].map((tag) => [tag, ['data-block']]),
);

const SCHEMES = ['http', 'https', 'mailto', 'tel', 'ftp'];

const allowed = Object.fromEntries(
  [...new Set([...Object.keys(ATTRIBUTES), ...Object.keys(OWN)])].map((tag) => [
    tag,
    [...(ATTRIBUTES[tag] ?? []), ...(OWN[tag] ?? [])],
  ]),
);

/** The body's HTML without what could act or dress up: scripts, frames, handlers, styles, strange addresses. */
export function sanitise(html: string): string {
  return sanitizer()(html, {
    allowedTags: TAGS,
    allowedAttributes: allowed,
    allowedSchemes: SCHEMES,
    allowProtocolRelative: false,
    // Only the task lists of Markdown have boxes, and those do nothing.
    exclusiveFilter: ({ tag, attribs }) => isForeignInput(tag, attribs),
  });
}

/**
 * The same of HTML that was written from Markdown with no HTML in it, and so is well-formed: where it has the tags and
 * addresses of most texts only, there is nothing to take out, and no parser has to look. Undefined where it has others.
 */
export function sanitised(html: string): string | undefined {
  if (FOREIGN.test(html) || !(html.match(/<[^>]*>/g) ?? []).every((tag) => PLAIN.test(tag))) return undefined;
  // As the parser would write them.
  return html.replaceAll('&quot;', '"').replaceAll('&#39;', "'");
}

/** Entities that a parser may write otherwise. */
const FOREIGN = /&(?!(?:amp|lt|gt|quot|#39);)/;
const PLAIN =
  /^<\/?(?:a|blockquote|caption|code|del|em|h[1-6]|li|ol|p|pre|strong|sup|table|tbody|td|th|thead|tr|ul)(?: (?:class|id|role|scope|start|aria-describedby|data-block)="[\p{L}\p{M}\p{N}\s_-]*"| href="(?:https?:\/\/\w[\w#%+,./:;=?@~-]*|[\w#.][\w#%+,./;=?@~-]*)")*>$/u;

/** The tags and attributes of a piece of raw HTML that the page will not have, each once. */
export function removedFrom(html: string): readonly string[] {
  const removed = new Set<string>();
  const note = (tag: string, attributes: Record<string, string>) => {
    if (!TAGS.includes(tag) || isForeignInput(tag, attributes)) removed.add(`<${tag}>`);
    else for (const attribute of unwanted(tag, attributes)) removed.add(attribute);
    return { tagName: tag, attribs: attributes };
  };
  // The same parser as for the page: it alone knows what a browser would take for a tag.
  sanitizer()(html, {
    transformTags: { '*': note },
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
  });
  return [...removed];
}

function isForeignInput(tag: string, attributes: Record<string, string>): boolean {
  return tag === 'input' && !(attributes.type === 'checkbox' && attributes.disabled !== undefined);
}

function unwanted(tag: string, attributes: Record<string, string>): readonly string[] {
  const allowed = [...(ATTRIBUTES['*'] ?? []), ...(ATTRIBUTES[tag] ?? [])];
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (!allowed.includes(name)) return [name];
    return name === 'href' || name === 'src' ? foreign(value) : [];
  });
}

/** What of an address the page will not have: a scheme that could act, or none where a host follows. */
export function foreign(address: string): readonly string[] {
  // Browsers skip white space and control characters in front of and within a scheme.
  const bare = [...address].filter((character) => character > ' ').join('');
  if (/^[/\\]{2}/.test(bare)) return ['//'];
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
  return scheme && !SCHEMES.includes(scheme) ? [`${scheme}:`] : [];
}
