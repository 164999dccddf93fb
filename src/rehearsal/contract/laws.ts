// How a time varies: the laws of chance a scenario may name. All times in seconds; `mean_s` and `cv` (standard deviation over mean) where a
// person knows them, the law's own parameters where a statistician does.
import { z } from 'zod'

const positive = () => z.number().positive().max(1e9)
const mean = () => positive().describe('Mean, in seconds')
const cv = (most = 100) =>
  z.number().positive().max(most).describe('Coefficient of variation: standard deviation divided by mean')
const mostValues = 200_000

const exponential = z
  .strictObject({ law: z.literal('exponential').describe('No memory: cv = 1'), mean_s: mean() })
  .meta({ id: 'law_exponential' })
const fixed = z
  .strictObject({
    law: z.literal('fixed').describe('Always the same'),
    value_s: z.number().min(0).max(1e9).describe('The value, in seconds'),
  })
  .meta({ id: 'law_fixed' })
const uniform = z
  .strictObject({
    law: z.literal('uniform').describe('Every value between two bounds equally likely'),
    from_s: z.number().min(0).max(1e9).describe('Least, in seconds'),
    to_s: z.number().min(0).max(1e9).describe('Most, in seconds; not below from_s'),
  })
  .meta({ id: 'law_uniform' })
const erlang = z
  .strictObject({
    law: z.literal('erlang').describe('A chain of equal exponential phases: cv = 1/√phases'),
    mean_s: mean(),
    phases: z.int().min(1).max(1_000).describe('Number of phases'),
  })
  .meta({ id: 'law_erlang' })
const gammaByMean = z
  .strictObject({ law: z.literal('gamma').describe('Gamma, by mean and cv'), mean_s: mean(), cv: cv() })
  .meta({ id: 'law_gamma_by_mean_and_cv' })
const gammaByShape = z
  .strictObject({
    law: z.literal('gamma').describe('Gamma, by shape and scale'),
    shape: positive().describe('Shape k; cv = 1/√k'),
    scale_s: positive().describe('Scale θ, in seconds; mean = k·θ'),
  })
  .meta({ id: 'law_gamma_by_shape_and_scale' })
const lognormalByMean = z
  .strictObject({
    law: z.literal('lognormal').describe('Log-normal, by mean and cv: what handling times usually look like'),
    mean_s: mean(),
    cv: cv(),
  })
  .meta({ id: 'law_lognormal_by_mean_and_cv' })
const lognormalByLog = z
  .strictObject({
    law: z.literal('lognormal').describe('Log-normal, by the mean and standard deviation of its natural logarithm'),
    mu: z.number().min(-50).max(50).describe('Mean of ln(seconds)'),
    sigma: z.number().positive().max(10).describe('Standard deviation of ln(seconds)'),
  })
  .meta({ id: 'law_lognormal_by_its_logarithm' })
const weibullByMean = z
  .strictObject({
    law: z.literal('weibull').describe('Weibull, by mean and cv'),
    mean_s: mean(),
    cv: cv(20),
  })
  .meta({ id: 'law_weibull_by_mean_and_cv' })
const weibullByShape = z
  .strictObject({
    law: z.literal('weibull').describe('Weibull, by shape and scale'),
    shape: z.number().min(0.05).max(100).describe('Shape k; below 1 whoever has waited long waits longer still'),
    scale_s: positive().describe('Scale λ, in seconds'),
  })
  .meta({ id: 'law_weibull_by_shape_and_scale' })
const hyperByMean = z
  .strictObject({
    law: z.literal('hyperexponential').describe('Two kinds of exponential with balanced means: cv ≥ 1'),
    mean_s: mean(),
    cv: z.number().min(1).max(100).describe('Coefficient of variation, 1 or more'),
  })
  .meta({ id: 'law_hyperexponential_by_mean_and_cv' })
const hyperByBranches = z
  .strictObject({
    law: z.literal('hyperexponential').describe('A mixture of exponentials'),
    branches: z
      .array(
        z.strictObject({ share: positive().describe('Weight of this branch; weights are made to sum to 1'), mean_s: mean() }),
      )
      .min(1)
      .max(20)
      .describe('The exponentials that are mixed'),
  })
  .meta({ id: 'law_hyperexponential_by_branches' })
const empirical = z
  .strictObject({
    law: z.literal('empirical').describe('One of the values that were measured, each as likely as its weight'),
    values_s: z.array(z.number().min(0).max(1e9)).min(1).max(mostValues).describe('Values, in seconds'),
    weights: z
      .array(z.number().min(0).max(1e12))
      .max(mostValues)
      .optional()
      .describe('A weight for each value; without it all are equally likely'),
  })
  .meta({ id: 'law_empirical' })
const survival = z
  .strictObject({
    law: z.literal('survival').describe('A survival curve, as Kaplan–Meier estimates it from those who gave up'),
    at_s: z
      .array(z.number().min(0).max(1e9))
      .min(1)
      .max(mostValues)
      .describe('Moments at which the curve falls, rising, in seconds'),
    surviving: z.array(z.number().min(0).max(1)).min(1).max(mostValues).describe('Share still there after each moment, falling'),
    tail: z
      .enum(['exponential', 'never', 'gone'])
      .default('exponential')
      .describe('What those left at the last moment do: leave at the rate seen so far, never leave, or leave at once'),
  })
  .meta({ id: 'law_survival' })
const never = z.literal('never').describe('Never: whoever waits, waits until served')
const plain = z.number().min(0).max(1e9).describe('A plain number is always that many seconds')

const drawn = [
  exponential,
  fixed,
  uniform,
  erlang,
  gammaByMean,
  gammaByShape,
  lognormalByMean,
  lognormalByLog,
  weibullByMean,
  weibullByShape,
  hyperByMean,
  hyperByBranches,
  empirical,
  survival,
] as const

export const lawNames = [
  'exponential',
  'fixed',
  'uniform',
  'erlang',
  'gamma',
  'lognormal',
  'weibull',
  'hyperexponential',
  'empirical',
  'survival',
] as const

export const durationShape = z
  .union([plain, ...drawn])
  .meta({ id: 'duration', description: 'How long something takes: a number of seconds, or a law of chance' })
export const patienceShape = z.union([never, plain, ...drawn]).meta({
  id: 'patience',
  description: 'How long somebody waits before giving up: "never", a number of seconds, or a law of chance',
})

export type Duration = z.infer<typeof durationShape>
export type PatienceLaw = z.infer<typeof patienceShape>
