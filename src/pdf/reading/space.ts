/** a b c d e f: x′ = ax + cy + e, y′ = bx + dy + f (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

export const UNCHANGED: Matrix = [1, 0, 0, 1, 0, 0];

/** First `a`, then `b`. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

/** Left, bottom, right, top. */
export type Box = readonly [number, number, number, number];

export const NOTHING: Box = [
  Number.POSITIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

/** What both have. */
export function within(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/** The box with a point more, which is moved by the matrix first. */
export function extended(box: Box, x: number, y: number, m: Matrix): Box {
  const [toX, toY] = [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
  return [Math.min(box[0], toX), Math.min(box[1], toY), Math.max(box[2], toX), Math.max(box[3], toY)];
}
