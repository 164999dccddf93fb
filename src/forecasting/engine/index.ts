// The door of the forecasts: pure, no input or output, no clock.
export type { DayGoing, Followed } from './follow-day.ts'
