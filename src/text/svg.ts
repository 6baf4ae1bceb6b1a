import { escapeAttribute } from 'entities';
import { sanitizer } from './sanitizer.ts';

/** Elements that draw, and nothing that runs, embeds, links or moves (SVG 2). */
const elements = [
  'svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc',
  'linearGradient radialGradient stop pattern clipPath mask marker',
]
  .join(' ')
  .split(' ');
/** Elements of which not even the text stays. */
const silent = ['script', 'style', 'foreignObject', 'metadata', 'iframe', 'textarea', 'option', 'noscript'];

/**
 * A drawing as a piece of an HTML page: what could run or load something is taken out, ids begin with `prefix`, so that
 * two drawings on a page stay apart, and font families are left to the page's styles. `alternative` is what it says to
 * those who cannot see it, unless it is empty: then the drawing's own title speaks. Undefined if this is no SVG. Its style
 * sheets stand within, or are given to `sheet`.
 */
export function inlineSvg(
  text: string,
  prefix: string,
  alternative: string,
  sheet?: (css: string) => void,
): string | undefined {
  const start = text.search(/<svg[\s>]/);
  if (start === -1) return undefined;
  const drawing = sanitizer()(text.slice(start), {
    allowedTags: elements,
    allowedAttributes: false,
    nonTextTags: silent,
    parser: { xmlMode: true, lowerCaseTags: false, lowerCaseAttributeNames: false },
    transformTags: { '*': (tagName, attribs) => ({ tagName, attribs: safe(attribs, prefix) }) },
  }).trim();
  const root = drawing.match(/^<svg([^>]*)>/);
  if (root === null) return undefined;
  const attributes = rootAttributes(root[1] ?? '', prefix, alternative, /<title[\s>]/.test(drawing));
  const css = styles(text, prefix);
  if (css && sheet) sheet(css);
  const within = css && !sheet ? `<style>${css}</style>` : '';
  return `<svg${attributes}>${within}${drawing.slice(root[0].length)}`;
}

function safe(attributes: Readonly<Record<string, string>>, prefix: string): Record<string, string> {
  const kept = Object.entries(attributes).filter(
    ([name, value]) =>
      !/^(?:on|xmlns|font-family$)/i.test(name) && !(/^(?:xlink:)?href$/i.test(name) && !value.startsWith('#')),
  );
  const { style, ...rest } = Object.fromEntries(kept.map(([name, value]) => [name, own(name, value, prefix)]));
  return { ...rest, ...presented(style) };
}

/** A strict policy for styles lets no `style` through; what it declares are attributes as well (SVG 2, 6.6). */
function presented(style = ''): Record<string, string> {
  const declared = style.split(';').map((declaration) => declaration.split(/:(.*)/s));
  return Object.fromEntries(
    declared.flatMap(([name = '', value = '']) => {
      const said = value.replace(/!\s*important\s*$/i, '').trim();
      return /^\s*[a-z-]+\s*$/i.test(name) && said ? [[name.trim().toLowerCase(), said]] : [];
    }),
  );
}

/** The value with ids made this drawing's own and references to other files taken out. */
function own(name: string, value: string, prefix: string): string {
  if (name === 'id') return prefix + value;
  if (/^(?:xlink:)?href$/i.test(name)) return `#${prefix}${value.slice(1)}`;
  if (name === 'aria-labelledby' || name === 'aria-describedby') return value.replace(/\S+/g, (id) => prefix + id);
  const local = localUrls(value, prefix);
  return name === 'style' ? local.replace(/(?:^|;)\s*font(?:-family)?\s*:[^;]*/gi, '') : local;
}

function localUrls(css: string, prefix: string): string {
  return css.replace(/url\(\s*(['"]?)(#?)([^)]*?)\1\s*\)/gi, (_, _quote, hash, id) =>
    hash === '#' ? `url(#${prefix}${id})` : 'none',
  );
}

/** The drawing's style sheets, nested below its id so that they reach nothing else on the page. */
function styles(text: string, prefix: string): string {
  const sheets = [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, sheet = '']) =>
    sheet.replace(/<!\[CDATA\[|\]\]>|\/\*[\s\S]*?\*\//g, ''),
  );
  if (sheets.length === 0) return '';
  const css = localUrls(sheets.join('\n'), prefix)
    .replace(/@(?:import|charset|namespace)[^;]*;?/gi, '')
    .replace(/@font-face\s*\{[^}]*\}/gi, '')
    .replace(/(^|[;{\s])font-family\s*:[^;}]*/gi, '$1')
    .replace(/#([\w-]+)(?=[^{};]*\{)/g, `#${prefix}$1`)
    .replaceAll('<', '');
  return `#${prefix}svg { ${css.trim()} }`;
}

function rootAttributes(written: string, prefix: string, alternative: string, titled: boolean): string {
  const named = alternative === '' ? '' : '|aria-label|aria-labelledby';
  const kept = written.replace(new RegExp(`\\s(?:id|role${named})="[^"]*"`, 'g'), '');
  const [width, height] = [length(written, 'width'), length(written, 'height')];
  const box = / viewBox=/.test(written) || !width || !height ? '' : ` viewBox="0 0 ${width} ${height}"`;
  const label = alternative === '' ? '' : ` aria-label="${escapeAttribute(alternative)}"`;
  const speaks = alternative !== '' || titled || / aria-label/.test(kept);
  return `${kept} id="${prefix}svg"${box}${speaks ? ` role="img"${label}` : ' aria-hidden="true"'}`;
}

function length(attributes: string, name: string): string | undefined {
  return attributes.match(new RegExp(`\\s${name}="([\\d.]+)(?:px)?"`))?.[1];
}
