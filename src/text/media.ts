/** Media types (IANA) by the ending of a file's name, for what a publication has and what is made of it. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    html: 'text/html',
    css: 'text/css',
    js: 'text/javascript',
    json: 'application/json',
    xml: 'application/xml',
    txt: 'text/plain',
    svg: 'image/svg+xml',
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    gif: 'image/gif',
    webp: 'image/webp',
    avif: 'image/avif',
    woff2: 'font/woff2',
    ttf: 'font/ttf',
    pdf: 'application/pdf',
  }),
);

/** What a file is, by its name; undefined where the ending says nothing. */
export function mediaType(name: string): string | undefined {
  return TYPES.get(/[^./]*$/.exec(name)?.[0].toLowerCase() ?? '');
}

/** What may stand in a page as a picture, by its name. */
export function pictureType(name: string): string | undefined {
  const type = mediaType(name);
  return type?.startsWith('image/') ? type : undefined;
}

/** What a file is as a server says it: text with its encoding. SVG names its own. */
export function servedAs(name: string): string {
  const type = mediaType(name) ?? 'application/octet-stream';
  return /^text\/|\/(?:json|xml)$/.test(type) ? `${type}; charset=utf-8` : type;
}
