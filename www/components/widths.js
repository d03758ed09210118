/** Widths from which the page is laid out otherwise, in CSS pixels; the style sheets say them in em. */

/** The picture of the house comes first, as a half circle: 46 em. */
export const WIDE = 736;
/** The tools stand in a column of their own beside it: 62 em. */
export const TWO_COLUMNS = 992;
