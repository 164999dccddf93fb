// The shapes of a shift: when it may begin, how long it is, when lunch and breaks fall.
import { z } from 'zod'
import { clockTime, named, weekday } from './moments.ts'

const quarter = (least: number, most: number) => z.int().min(least).max(most).multipleOf(15, 'write a multiple of 15 minutes')

export const lunchShape = z
  .strictObject({
    minutes: quarter(15, 180).default(60).describe('How long, in minutes'),
    from: clockTime()
      .default('11:00')
      .describe('It does not begin before; where this and the next are before the shift begins, they are of the day after'),
    to: clockTime().default('14:30').describe('It does not begin after'),
    when_longer_than_h: z.number().min(0).max(24).default(5.5).describe('Shifts of more paid hours than this have a lunch'),
    after_h: z
      .number()
      .min(0)
      .max(12)
      .default(2.5)
      .describe('Not sooner than so many hours after the shift begins, nor later than so many before it ends'),
  })
  .meta({ id: 'lunch' })

export const breaksShape = z
  .strictObject({
    minutes: z.int().min(5).max(60).default(15).describe('How long one is, in minutes'),
    every_h: z.number().min(1).max(12).default(3).describe('One break for each so many hours of the shift, rounded down'),
    edge_min: quarter(0, 240)
      .default(30)
      .describe('Not within so many minutes of the beginning, of the end and of the time in which lunch may fall'),
  })
  .meta({ id: 'breaks' })

export const patternShape = z
  .strictObject({
    name: named('Name of the pattern, such as "day"'),
    days: z.array(weekday()).min(1).max(7).optional().describe('Days on which it may begin; without it every day'),
    start: z
      .strictObject({
        from: clockTime().describe('Earliest beginning'),
        to: clockTime().describe('Latest beginning'),
        every_min: quarter(15, 720).default(30).describe('A beginning every so many minutes'),
      })
      .default({ from: '08:00', to: '12:00', every_min: 30 })
      .describe('When it may begin'),
    ends_by: clockTime()
      .optional()
      .describe('It ends by this time of day; without it whenever its hours are over, also after midnight'),
    hours: z
      .strictObject({
        from: z.number().min(1).max(12).describe('Shortest, in paid hours (lunch not counted)'),
        to: z.number().min(1).max(12).describe('Longest, in paid hours (lunch not counted)'),
        every_min: quarter(15, 240).default(60).describe('A length every so many minutes'),
      })
      .default({ from: 7, to: 7, every_min: 60 })
      .describe('How long it may be'),
    lunch: z
      .union([lunchShape, z.literal('none')])
      .default(lunchShape.parse({}))
      .describe('Lunch, unpaid'),
    breaks: z
      .union([breaksShape, z.literal('none')])
      .default(breaksShape.parse({}))
      .describe('Short breaks, paid'),
  })
  .meta({ id: 'pattern' })
export type Pattern = z.infer<typeof patternShape>
export type PatternInput = z.input<typeof patternShape>
