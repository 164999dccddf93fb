// Words and bounds of the day. Part of the contract.
import { z } from 'zod'
import { id, plannedInstant, type Id } from '#base/contract'

export type AlertId = Id<'day_alert'>
export type MenuId = Id<'day_menu'>
export type DayMoveId = Id<'day_move'>
export type AskId = Id<'day_ask'>
export type ExceptionId = Id<'day_exception'>

export const person = () => id<'person'>()
export const team = () => id<'team'>()
export const named = z.object({ id: person(), name: z.string() })
export const groupKey = () => z.string().max(2_000) // of staffing: its queues, joined by "+"
export const span = { from: plannedInstant(), to: plannedInstant() }

export const MOST_PEOPLE = 2_000
export const MOST_INTERVALS = 100 // a day of 25 hours, by quarters of an hour
export const MOST_OPTIONS = 12
export const MOST_STEPS = 40

// A figure that is not known for sure: between `low` and `high` nine times in ten. A share unless its name says otherwise.
export const guessShape = z.object({ mean: z.number(), low: z.number(), high: z.number() })
export type Guess = z.infer<typeof guessShape>
