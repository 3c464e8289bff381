/*
 * Spans of time in ms. A day of the calendar may be an hour longer or shorter.
 */
export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
