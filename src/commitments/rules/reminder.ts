const MOST_LEAD_MILLISECONDS = 30 * 60_000

/** How long before it falls due somebody is reminded of a promise: half an hour, or a quarter of all the time there is, whichever is less. Milliseconds. Pure. */
export const leadOf = (span_milliseconds: number): number => Math.min(MOST_LEAD_MILLISECONDS, Math.floor(span_milliseconds / 4))
