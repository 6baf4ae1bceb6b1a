/** Text of a page that was drawn in one go, on one line. */
export interface Fragment {
  /** As it is read. */
  text: string;
  /** Was it drawn from its last letter to its first, as Chromium draws what is read from right to left? */
  readonly isReversed: boolean;
  /** Is it beyond the page's edge, or outside of what the page lets be seen there? */
  readonly isHidden: boolean;
  /** Where its line stands on the page, and the size of its type, in points. */
  readonly line: number;
  readonly size: number;
  readonly font: string;
}
