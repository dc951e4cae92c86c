/** Rows that a list given out as one file may have; a longer list is refused, never cut. */
export const MOST_FILE_ROWS = 50_000;

/** Lines that the minutes of a reconciliation may have: laying out more would hold up the whole API. */
export const MOST_MINUTES_LINES = 5_000;
