/** A figure's text with what is wrong in it replaced and all else kept. */
export interface Rewording {
  readonly text: string;
  /** Nothing beside it has to change with it: the number asks for the same plural of what it counts. */
  readonly natural: boolean;
}
