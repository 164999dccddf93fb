// What a forecast answers: how many will come and between what bounds, which method was chosen and why, what was strange in the past. The output of
// `guichet forecast --json`.
import { z } from 'zod'
import { methodIds } from './ask.ts'

const share = (what: string) => z.number().nullable().describe(what)

const errorShape = {
  wape: share(
    'Weighted absolute percentage error: sum of |forecast − seen| ÷ sum of seen, by interval. 0.08 is 8 %. null: nothing came',
  ),
  bias: share('Sum of (forecast − seen) ÷ sum of seen: above 0, too many were forecast'),
}

export const raceShape = z
  .strictObject({
    method: z.enum(methodIds),
    ...errorShape,
    wape_day: share('The same of whole days: whether the level was right, whatever the hour'),
    mase: share('Mean absolute error ÷ that of “as last week”, over the same intervals: below 1 is better'),
    by_lead: z
      .array(
        z.strictObject({
          days_ahead: z.int().describe('1: the first day after what was known'),
          ...errorShape,
          n: z.int().describe('Days it was tried on'),
        }),
      )
      .describe('By lead time'),
    by_origin: z
      .array(z.strictObject({ from: z.string().describe('First day forecast'), ...errorShape }))
      .describe('By moment of the past from which it was tried'),
    state: z
      .enum(['chosen', 'not_best', 'loses_to_simple', 'too_short', 'failed', 'too_slow', 'no_chance'])
      .describe(
        '"loses_to_simple": a simple method is better, it is not published; "too_short": not enough past; "failed", "too_slow": it gave none; "no_chance": too few come for it, or a simple method was better from the first moments it was tried from',
      ),
    made_of: z
      .array(z.strictObject({ method: z.enum(methodIds), weight: z.number() }))
      .optional()
      .describe('What a combination is made of'),
  })
  .meta({ id: 'race' })
export type RaceRow = z.infer<typeof raceShape>

const pointShape = z
  .strictObject({
    at: z.string().describe('When the interval begins, an instant in UTC'),
    mean: z.number().describe('How many are expected'),
    p10: z.number().optional(),
    p50: z.number().optional(),
    p90: z.number().optional(),
    quantiles: z
      .record(z.string(), z.number())
      .describe('Every quantile asked for, by its share: "0.9" is exceeded one time in ten'),
    handled_s: z.number().nullable().describe('Mean handling time expected, in seconds; null where it was not given'),
    open: z.boolean().describe('false: closed, nobody can come'),
  })
  .meta({ id: 'point' })
export type Point = z.infer<typeof pointShape>

export const outlierShape = z
  .strictObject({
    from: z.string().describe('Instant'),
    to: z.string().describe('Instant'),
    seen: z.number(),
    expected: z.number(),
    score: z.number().describe('How many robust standard deviations it lies away; below 0, too few came'),
    kind: z.enum(['day', 'interval']),
    event: z.string().nullable().describe('The announced event or holiday it falls in'),
    set_aside: z.boolean().describe('A person had already decided not to believe it'),
  })
  .meta({ id: 'outlier' })
export type Outlier = z.infer<typeof outlierShape>

const noteCodes = [
  'nothing_known',
  'all_zero',
  'intermittent',
  'short_history',
  'method_failed',
  'method_too_slow',
  'event_effect_unknown',
  'holiday_unlearnt',
  'set_aside',
  'gaps',
  'missing_days',
  'no_backtest',
] as const
export type NoteCode = (typeof noteCodes)[number]

export const noteShape = z
  .strictObject({
    code: z.enum(noteCodes),
    fr: z.string(),
    en: z.string(),
    figures: z.record(z.string(), z.union([z.number(), z.string()])).describe('The numbers and names the sentence is made of'),
  })
  .meta({ id: 'note' })
export type Note = z.infer<typeof noteShape>

export const effectShape = z
  .strictObject({
    name: z.string(),
    kind: z.enum(['event', 'holiday', 'day_after_closing', 'day_before_closing']),
    effect: z.number().describe('How many times as many as usual'),
    learnt_from: z.int().describe('From how many days; 0: stated, or nothing known and taken as 1'),
    stated: z.boolean(),
  })
  .meta({ id: 'effect' })

const handlingShape = z.strictObject({
  mean_s: z.number().describe('Mean handling time, in seconds, weighted by what was handled'),
  trend_s_per_week: z.number().describe('How much it has changed a week, lately'),
  slots: z.array(
    z.strictObject({
      weekday: z.int().describe('1 Monday … 7 Sunday'),
      at: z.string().describe('Local time'),
      mean_s: z.number(),
    }),
  ),
})
const patienceShape = z.strictObject({
  mean_s: z
    .number()
    .nullable()
    .describe('Mean patience in seconds, Kaplan–Meier with an exponential tail; null: nobody ever gives up'),
  median_s: z.number().nullable(),
  n: z.int().describe('Waits looked at'),
  gave_up: z.int(),
  survival: z
    .array(z.strictObject({ at_s: z.number(), share: z.number() }))
    .describe('Share still patient after so long, at most 100 points'),
})

/** How far days and intervals stray from their forecast; what `followDay` starts from. */
export const spreadShape = z
  .strictObject({
    day_cv: z.number().min(0).describe('Coefficient of variation of a whole day around its forecast, one day ahead'),
    dispersion: z
      .number()
      .min(0)
      .describe('Variance ÷ mean of an interval once the day’s level is known: 1 is a Poisson process, more is rougher'),
  })
  .meta({ id: 'spread' })
export type Spread = z.infer<typeof spreadShape>

export const seriesAnswerShape = z
  .strictObject({
    name: z.string(),
    known: z.strictObject({
      from: z.string().nullable().describe('First day with figures'),
      to: z.string().nullable().describe('Last day with figures'),
      days: z.int().describe('Days with figures'),
      total: z.number().describe('All that came'),
    }),
    chosen: z.enum(methodIds).nullable().describe('The method published; null: nothing is known'),
    why: z.strictObject({ fr: z.string(), en: z.string() }),
    race: z.array(raceShape).describe('Every method that raced, best first'),
    tried_on: z.strictObject({
      origins: z.int().describe('Moments of the past'),
      horizon_days: z.int().describe('Days ahead from each'),
      intervals: z.int().describe('Intervals compared'),
    }),
    coverage: z
      .array(
        z.strictObject({
          quantile: z.number(),
          below: z
            .number()
            .nullable()
            .describe(
              'Share of intervals of the backtest at or below it, bounds made from the other origins; should be the quantile. Only intervals in which at least 5 were expected, where there are any: smaller counts lie at or below their bound too often, for they are whole',
            ),
          below_of_days: z.number().nullable().describe('The same of whole days'),
          pinball: z.number().nullable().describe('Mean pinball loss ÷ mean count'),
        }),
      )
      .describe('How well the bounds held'),
    spread: spreadShape,
    intervals: z.array(pointShape),
    days: z.array(
      z.strictObject({
        date: z.string(),
        mean: z.number(),
        quantiles: z.record(z.string(), z.number()).describe('Of the whole day; not the sum of those of its intervals'),
      }),
    ),
    outliers: z.array(outlierShape).describe('Found, shown, and left to a person: they are learnt from unless set aside'),
    gaps: z
      .array(z.strictObject({ from: z.string(), to: z.string() }))
      .describe('What is not known, within the past; at most 200'),
    effects: z.array(effectShape).describe('What events, holidays and the days around closings do'),
    notes: z.array(noteShape),
    handling: handlingShape.nullable(),
    patience: patienceShape.nullable(),
  })
  .meta({ id: 'series_answer' })
export type SeriesAnswer = z.infer<typeof seriesAnswerShape>

export const answerShape = z.strictObject({
  interval_min: z.int(),
  zone: z.string(),
  from: z.string().describe('When the forecast begins, an instant in UTC'),
  to: z.string().describe('When it ends'),
  series: z.array(seriesAnswerShape),
})
export type Answer = z.infer<typeof answerShape>
