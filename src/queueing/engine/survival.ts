// How long people would have waited, when most of them were answered before they lost patience. Whoever was answered after
// 40 s tells us that 40 s were borne, and nothing about what came after: "censored". Leaving these out would make people look
// far less patient than they are; taking their wait for their patience likewise.

/** One contact: how long it waited (seconds, ≥ 0) and whether it ended by giving up (true) or by being answered (false). */
export type Wait = { waited_s: number; gave_up: boolean }

/** After `at_s` seconds `survival` of all are still there; `at_risk` were waiting just before, `gave_up` of them gave up at that very moment. */
export type Step = { at_s: number; at_risk: number; gave_up: number; survival: number; variance: number }

/**
 * What is believed beyond the last wait seen, where the curve may still stand above 0:
 * 'exponential' those who are left go on giving up at the rate that reaches the curve's last point (Brown, Hollander & Korwar 1974);
 * 'never' they never give up; 'gone' they all give up at the last wait seen (Efron 1967).
 */
export type Tail = 'exponential' | 'never' | 'gone'

export type Patience = { steps: readonly Step[]; last_s: number; n: number; gave_up: number }

/**
 * The Kaplan–Meier curve of patience from waits in any order. Of those who end at the same moment, givers-up go first, so that whoever
 * was answered at 40 s counts among those who could have given up at 40 s. Waits of 0 s say nothing of patience (nobody was tried) and
 * should not be given; negative ones and NaN are refused (RangeError). Variance by Greenwood's formula.
 * Source: Kaplan & Meier, "Nonparametric estimation from incomplete observations" (1958); Greenwood (1926).
 */
export function kaplanMeier(waits: readonly Wait[]): Patience {
  const bad = waits.find(({ waited_s }) => !(waited_s >= 0))
  if (bad) throw new RangeError(`a wait of ${bad.waited_s} s`)
  const sorted = waits.toSorted((a, b) => a.waited_s - b.waited_s)
  const steps: Step[] = []
  let survival = 1
  let greenwood = 0
  for (let i = 0; i < sorted.length;) {
    const { at_s, gave_up, ended } = sameMoment(sorted, i)
    const at_risk = sorted.length - i
    if (gave_up > 0) {
      survival *= 1 - gave_up / at_risk
      greenwood += gave_up / (at_risk * (at_risk - gave_up)) // infinite once all have gone; the variance is then 0
      steps.push({ at_s, at_risk, gave_up, survival, variance: survival === 0 ? 0 : survival * survival * greenwood })
    }
    i += ended
  }
  const gave_up = steps.reduce((sum, step) => sum + step.gave_up, 0)
  return { steps, last_s: sorted.at(-1)?.waited_s ?? 0, n: sorted.length, gave_up }
}

function sameMoment(sorted: readonly Wait[], first: number) {
  const at_s = sorted[first]?.waited_s ?? 0
  let ended = 0
  let gave_up = 0
  for (let i = first; sorted[i]?.waited_s === at_s; i++) {
    ended += 1
    if (sorted[i]?.gave_up) gave_up += 1
  }
  return { at_s, ended, gave_up }
}

/** The share of people still patient after `at_s` seconds, 0…1. */
export function survivalAt(patience: Patience, at_s: number, tail: Tail = 'exponential'): number {
  if (at_s > patience.last_s) return beyond(patience, at_s, tail)
  return patience.steps[lastStepUntil(patience.steps, at_s)]?.survival ?? 1
}

function beyond(patience: Patience, at_s: number, tail: Tail): number {
  const left = patience.steps.at(-1)?.survival ?? 1
  if (tail === 'gone') return 0
  if (tail === 'never') return left
  return left * Math.exp(-tailRate(patience) * (at_s - patience.last_s))
}

/** Givers-up per second beyond the last wait seen, under the exponential tail: the rate of the exponential through the curve's end. */
export function tailRate({ steps, last_s }: Patience): number {
  const left = steps.at(-1)?.survival ?? 1
  return left > 0 && left < 1 && last_s > 0 ? -Math.log(left) / last_s : 0
}

/**
 * How long somebody is patient whom a share `u` (0 ≤ u < 1) of all people is less patient than: with u drawn evenly, patience is drawn
 * from the curve. Infinity where the curve never comes down so far.
 */
export function patienceAt(patience: Patience, u: number, tail: Tail = 'exponential'): number {
  const { steps, last_s } = patience
  const wanted = 1 - u
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((steps[middle]?.survival ?? 0) < wanted) high = middle
    else low = middle + 1
  }
  const step = steps[low]
  if (step) return step.at_s
  const left = steps.at(-1)?.survival ?? 1
  if (left === 0 || tail === 'gone') return last_s
  const rate = tail === 'never' ? 0 : tailRate(patience)
  return rate === 0 ? Number.POSITIVE_INFINITY : last_s + Math.log(left / wanted) / rate
}

/** Mean patience in seconds, the tail included; Infinity when some never give up. Without the tail it is the mean up to the last wait seen. */
export function meanPatience(patience: Patience, tail: Tail = 'exponential'): number {
  let mean = 0
  let before = { at_s: 0, survival: 1 }
  for (const step of patience.steps) {
    mean += before.survival * (step.at_s - before.at_s)
    before = step
  }
  mean += before.survival * (patience.last_s - before.at_s)
  if (tail === 'gone' || before.survival === 0) return mean
  const rate = tail === 'never' ? 0 : tailRate(patience)
  return rate === 0 ? Number.POSITIVE_INFINITY : mean + before.survival / rate
}

function lastStepUntil(steps: readonly Step[], at_s: number): number {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((steps[middle]?.at_s ?? 0) <= at_s) low = middle + 1
    else high = middle
  }
  return low - 1
}
