// What somebody is engaged for: hours, days, and when they may be asked.
import { z } from 'zod'
import { clockTime, named, weekday } from './moments.ts'

const hours = (what: string) => z.number().min(0).max(168).describe(`${what}, in hours`)

export const availabilityShape = z
  .strictObject({
    days: z.array(weekday()).min(1).max(7).optional().describe('On these days; without it every day'),
    from: clockTime().default('00:00').describe('Not before this time of day'),
    to: clockTime().default('24:00').describe('Not after this time of day'),
  })
  .meta({ id: 'availability' })
export type Availability = z.infer<typeof availabilityShape>

export const workContractShape = z
  .strictObject({
    name: named('Name of the contract, such as "35 h"'),
    hours_week: z.number().gt(0).max(60).describe('Paid hours of a week; below the full time of the law it is part-time'),
    hours_less: hours('How many fewer in a week are still right (a flexible band)').default(0),
    hours_more: hours('How many more in a week are still right (a flexible band); beyond it they are overtime').default(0),
    overtime_most: hours('Most overtime of a week, on top of the band').default(0),
    days_most: z.int().min(1).max(7).default(5).describe('Most days of work a week'),
    days_least: z.int().min(0).max(7).default(0).describe('Least days of work a week'),
    hours_day_most: z.number().gt(0).max(24).default(10).describe('Most paid hours a day'),
    hours_day_least: hours('Least paid hours of a day of work').default(3),
    available: z.array(availabilityShape).max(21).default([]).describe('When they may be asked; empty: always'),
    patterns: z.array(named('A pattern')).max(50).optional().describe('Patterns they work by; without it all of them'),
    asked_short: z.boolean().default(false).describe('They asked for fewer hours than the law’s least for part-time'),
    extra_agreed: z
      .boolean()
      .default(false)
      .describe('An agreement allows the larger share of hours beyond a part-time contract'),
  })
  .meta({ id: 'work_contract' })
export type WorkContract = z.infer<typeof workContractShape>
export type WorkContractInput = z.input<typeof workContractShape>
