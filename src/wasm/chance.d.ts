/** Chances where seats do not move alike. All chances are from 0 to 1; `hundred` says them as whole numbers that add up to 100. */
export interface Likely {
  /** Hundredths of a point: the swing; standard deviations of each constituency's own error, and of the one in common. */
  points: number; scatter: number; common: number;
  /** Constituencies the swing applies to: all others are certain. */
  applied: number;
  /** Base and mark without scatter. */
  base: Base; mark: number;
  rows: RowChances[];
  /** That no row has the mark. */
  nobody: number; nobodyHundred: number;
  /** The twelve constituencies nearest to even, none surer than 99.5 %; `row` null: votes level. */
  close: { constituency: string; shares: { row: SweepRow | null; chance: number; hundred: number }[] }[];
  picture: ChancePicture;
}

/** Chances of a row: of the mark, and of each number of members on the base from `first` on. */
export interface RowChances {
  row: SweepRow;
  /** Members without scatter; the middle 80 %. */
  seats: number; low: number; high: number;
  majority: number; hundred: number;
  first: number; chances: number[];
}

/** Histograms on one scale: one unit across is a seat; `x` are halves of a unit from the left. */
export interface ChancePicture {
  from: number; width: number; height: number;
  scale: { seats: number; x: number }[];
  mark: { seats: number; x: number };
  /** Heights of the bars from the left; the same as the `d` of SVG paths, below the mark and from it on; the middle 80 % in units. */
  rows: { row: SweepRow; heights: number[]; below: string; wins: string; low: number; high: number }[];
}

/** How far the constituencies' own swings (both sides stood in both elections) lay from their mean: hundredths of a point; null of fewer than ten. */
export interface Scatter { election: string; constituencies: number; mean: number; scatter: number | null }
