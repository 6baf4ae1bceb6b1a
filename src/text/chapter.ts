/** Attributes that hold ids, one or several. */
const ids = /(\s(?:id|data-page-of|for|headers|aria-labelledby|aria-describedby|aria-controls|aria-owns)=")([^"]+)(")/g;
/** Attributes that lead to an id. */
const ways = /(\s(?:href|xlink:href)="#)([^"]+)(")/g;
/** `fill="url(#shade)"` in a drawing. */
const paints = /(url\((?:&quot;|&#39;|')?#)([^)'&]+)/g;

/** No heading has such an id of its own: slugs hold letters, digits, hyphens and low lines. */
export function chapterId(number: number): string {
  return `~${number}`;
}

/** What an id is called in a chapter; one of another chapter has that one's name already. */
export function idIn(chapter: string, id: string): string {
  return id.startsWith('~') ? id : `${chapter}-${id}`;
}

/**
 * The HTML of a document as a chapter among others: every id with the chapter's own before it, and with it what leads
 * there from within; what leads to another chapter has that one's already. The HTML is sanitised, so that no tag holds a `>`.
 */
export function asChapter(html: string, chapter: string): string {
  const own = (id: string) => idIn(chapter, id);
  return html.replace(/<[a-zA-Z][^>]*>/g, (tag) =>
    tag
      .replace(ids, (_, before, list: string, after) => before + list.trim().split(/\s+/).map(own).join(' ') + after)
      .replace(ways, (_, before, id: string, after) => before + own(idOf(id)) + after)
      .replace(paints, (_, before, id: string) => before + own(id)),
  );
}

/** The id that a fragment of a URL means. */
export function idOf(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
