/** Rows and columns that do not scroll. */
export interface Frozen {
  readonly rows: number;
  readonly columns: number;
  /** In pixels of the screen. */
  readonly width: number;
  readonly height: number;
}
