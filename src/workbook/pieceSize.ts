/**
 * How much is asked for at once. Excel on the web gives at most 5 MB, and what that comes to in cells depends on how long their texts are: half of it after an answer that was too large, and
 * with every piece that came whole a tenth more, up to the usual. So one long stretch of notes does not slow down what is read after it.
 */
export interface PieceSize {
  readonly now: () => number;
  /** A piece of so much was more than Excel gives. */
  readonly tooLarge: (asked: number) => void;
  /** A piece of so much came. */
  readonly came: (asked: number) => void;
}

export function pieceSize(usual: number): PieceSize {
  let size = usual;
  return {
    now: () => Math.floor(size),
    tooLarge: (asked) => void (size = asked / 2),
    came(asked) {
      // a small rest says nothing about larger pieces
      if (asked * 2 > size) size = Math.min(usual, size * GROWTH);
    },
  };
}

const GROWTH = 1.1;

export const TOO_LARGE = "ResponsePayloadSizeLimitExceeded";
