// What is asked of a forecast: which series, what is known of the days, how far ahead. The input of `guichet forecast`.
import { z } from 'zod'
import {
  day, eventShape, holidayShape, instant, MOST_SERIES, openingShape, seriesShape, setAsideShape, zone,
} from './series.ts' // prettier-ignore

/** Every way to forecast, the simple ones first. A combination is made of the best of them. */
export const methodIds = [
  'last_week',
  'mean_weeks',
  'median_weeks',
  'plain_mean',
  'level_profile',
  'tsb',
  'regression',
  'mstl_ets',
  'combination',
] as const
export type MethodId = (typeof methodIds)[number]

/** Those that are always in the race and that any other has to beat. */
export const simpleMethods = ['last_week', 'mean_weeks', 'median_weeks', 'plain_mean'] as const satisfies readonly MethodId[]

export const askShape = z.strictObject({
  interval_min: z
    .union([z.literal(5), z.literal(10), z.literal(15), z.literal(20), z.literal(30), z.literal(60)])
    .default(15)
    .describe('Length of an interval, in minutes'),
  zone: zone
    .default('UTC')
    .describe('The time zone whose days and clocks the calls follow (IANA); days of 23 and 25 hours come out right'),
  series: z.array(seriesShape).min(1).max(MOST_SERIES).describe('What came, one series per queue and channel'),
  opening: openingShape.optional(),
  holidays: z.array(holidayShape).max(5_000).default([]).describe('Holidays, past and to come'),
  events: z.array(eventShape).max(2_000).default([]).describe('Announced events, past and to come'),
  set_aside: z
    .array(setAsideShape)
    .max(5_000)
    .default([])
    .describe('Times whose figures a person has decided not to believe; nothing is left out otherwise'),
  horizon: z
    .strictObject({
      from: z
        .union([day('From this local day on'), instant('From the local day of this instant on')])
        .optional()
        .describe(
          'Where the forecast begins: this local day, or the local day of this instant. What came from that day on is not looked at. Without it, the day after the last one known',
        ),
      days: z.int().min(1).max(400).default(7).describe('How many local days'),
    })
    .prefault({})
    .describe('What is to be forecast'),
  methods: z.array(z.enum(methodIds)).min(1).optional().describe('Which methods race; the simple ones always do. Without it all'),
  weeks: z.int().min(1).max(260).default(104).describe('How many weeks of the past are learnt from, at most'),
  mean_weeks: z.int().min(1).max(52).default(4).describe('How many weeks the mean and the median of the last weeks take'),
  quantiles: z
    .array(z.number().gt(0).lt(1))
    .min(1)
    .max(19)
    .default([0.1, 0.5, 0.9])
    .describe('Shares of the days that stay below: 0.9 is the count exceeded one time in ten'),
  backtest: z
    .strictObject({
      origins: z.int().min(1).max(52).default(8).describe('From how many moments of the past the methods are tried, at most'),
      step_days: z.int().min(1).max(28).default(7).describe('How many days lie between two of them'),
    })
    .prefault({})
    .describe('The race: forecasts made from moments of the past with what was known then, held against what came'),
  seconds: z
    .number()
    .min(0)
    .max(600)
    .default(20)
    .describe('How long the heavy methods (mstl_ets) may take; beyond it the race goes on without them'),
})
export type Ask = z.infer<typeof askShape>
export type AskInput = z.input<typeof askShape>
