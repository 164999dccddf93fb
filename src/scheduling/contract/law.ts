// The law of working time as data. `fr` is the French Code du travail; another country is another record, and a collective agreement a changed one.
import { z } from 'zod'
import { clockTime } from './moments.ts'

const hours = (what: string) => z.number().min(0).max(168).describe(`${what}, in hours`)

const minorsShape = z
  .strictObject({
    day_most_h: hours('Most working time a day'),
    week_most_h: hours('Most working time a week'),
    daily_rest_h: hours('Least rest between two days'),
    weekly_rest_h: hours('Least rest in one piece each week'),
    break_after_h: hours('Longest working time without a break'),
    break_min: z.int().min(0).max(240).describe('Least length of that break, in minutes'),
    night: z.strictObject({ from: clockTime(), to: clockTime() }).describe('Hours in which they may not work'),
  })
  .meta({ id: 'law_for_minors' })

const partTimeShape = z
  .strictObject({
    week_least_h: hours('Least hours of a contract, unless the person asked for fewer'),
    cuts_most: z.int().min(0).max(5).describe('Most interruptions of a day'),
    cut_most_h: hours('Longest interruption of a day'),
    extra_most: z.number().min(0).max(1).describe('Hours beyond the contract, at most this share of it'),
    extra_most_agreed: z.number().min(0).max(1).describe('The same where a collective agreement allows more'),
  })
  .meta({ id: 'law_for_part_time' })

export const lawShape = z
  .strictObject({
    name: z.string().min(1).max(60).describe('Name of the set, such as "fr"'),
    full_time_h: hours('A week below this is part-time'),
    day_most_h: hours('Most working time a day'),
    week_most_h: hours('Most working time a week'),
    average: z
      .strictObject({
        most_h: hours('Most working time a week on average'),
        weeks: z.int().min(2).max(52).describe('Over so many weeks in a row'),
      })
      .describe('The average over several weeks'),
    daily_rest_h: hours('Least rest between two days, in one piece'),
    weekly_rest_h: hours('Least rest a week, in one piece, one whole day of it in the week'),
    week_days_most: z.int().min(1).max(7).describe('Most days of work in a week from Monday to Sunday'),
    break_after_h: hours('Longest working time without a break'),
    break_min: z.int().min(0).max(240).describe('Least length of that break, in minutes'),
    cut_least_min: z
      .int()
      .min(1)
      .max(720)
      .describe('From this length a pause between two pieces of a day is an interruption, not a break'),
    part_time: partTimeShape,
    minors: minorsShape,
    night: z
      .strictObject({
        from: clockTime(),
        to: clockTime(),
        day_most_h: hours('Most working time of a day that reaches into the night'),
      })
      .describe('Night work'),
    articles: z.record(z.string(), z.string()).default({}).describe('Where each rule is written, by the code of its trouble'),
  })
  .meta({ id: 'law' })
export type Law = z.infer<typeof lawShape>

/** Code du travail, metropolitan France, as of November 2026. A week is Monday 0:00 to Sunday 24:00 (L3121-35). */
const fr: Law = {
  name: 'fr',
  full_time_h: 35, // L3121-27
  day_most_h: 10,
  week_most_h: 48,
  average: { most_h: 44, weeks: 12 },
  daily_rest_h: 11,
  weekly_rest_h: 35, // L3132-2: 24 h, to which the 11 h of L3131-1 are added
  week_days_most: 6,
  break_after_h: 6,
  break_min: 20,
  cut_least_min: 30, // longer than a break, paid by nobody: lunch is one
  part_time: { week_least_h: 24, cuts_most: 1, cut_most_h: 2, extra_most: 0.1, extra_most_agreed: 1 / 3 },
  minors: {
    day_most_h: 8, // L3162-1
    week_most_h: 35,
    daily_rest_h: 12, // L3164-1, from 16 to 18 years
    weekly_rest_h: 48, // L3164-2: two days in a row
    break_after_h: 4.5, // L3162-3
    break_min: 30,
    night: { from: '22:00', to: '06:00' }, // L3163-1, L3163-2
  },
  night: { from: '21:00', to: '06:00', day_most_h: 8 }, // L3122-2, L3122-6
  articles: {
    day_too_long: 'L3121-18',
    week_too_long: 'L3121-20',
    average_too_long: 'L3121-22',
    daily_rest: 'L3131-1',
    weekly_rest: 'L3132-2',
    too_many_days: 'L3132-1',
    break_missing: 'L3121-16',
    too_many_cuts: 'L3123-30',
    cut_too_long: 'L3123-30',
    contract_too_short: 'L3123-27',
    extra_hours: 'L3123-28',
    minor_day_too_long: 'L3162-1',
    minor_week_too_long: 'L3162-1',
    minor_daily_rest: 'L3164-1',
    minor_weekly_rest: 'L3164-2',
    minor_break_missing: 'L3162-3',
    minor_night: 'L3163-2',
    night_too_long: 'L3122-6',
  },
}

export const laws = { fr } as const
export type LawName = keyof typeof laws
