/** The time in every component test; `Date` stands still there. */
export const now = Date.UTC(2026, 2, 14, 9, 20);
