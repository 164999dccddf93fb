// From a law as a scenario writes it to a law that is drawn from.
import type { Duration, PatienceLaw } from '../contract/laws.ts'
import {
  empiricalLaw,
  exponentialLaw,
  fixedLaw,
  gammaLaw,
  hyperBy,
  hyperLaw,
  lognormalBy,
  lognormalLaw,
  survivalLaw,
  uniformLaw,
  weibullBy,
  weibullLaw,
  type Law,
} from './distributions.ts'

export const neverLaw = fixedLaw(Number.POSITIVE_INFINITY)

export const patienceOf = (written: PatienceLaw): Law => (written === 'never' ? neverLaw : lawOf(written))

export function lawOf(written: Duration): Law {
  if (typeof written === 'number') return fixedLaw(written)
  switch (written.law) {
    case 'exponential':
      return exponentialLaw(written.mean_s)
    case 'fixed':
      return fixedLaw(written.value_s)
    case 'uniform':
      return uniformLaw(written.from_s, Math.max(written.from_s, written.to_s))
    case 'erlang':
      return gammaLaw(written.phases, written.mean_s / written.phases)
    case 'hyperexponential':
      return 'branches' in written ? hyperLaw(written.branches) : hyperBy(written.mean_s, written.cv)
    case 'empirical':
      return empiricalLaw(written.values_s, written.weights)
    case 'survival':
      return survivalLaw(written.at_s, written.surviving, written.tail)
    case 'gamma':
    case 'lognormal':
    case 'weibull':
      return byTwoNumbers(written)
  }
}

type TwoNumbers = Extract<Duration, { law: 'gamma' | 'lognormal' | 'weibull' }>

// By mean and coefficient of variation, or by the law's own two parameters.
function byTwoNumbers(written: TwoNumbers): Law {
  if ('mu' in written) return lognormalLaw(written.mu, written.sigma)
  if ('shape' in written) return (written.law === 'gamma' ? gammaLaw : weibullLaw)(written.shape, written.scale_s)
  const { law, mean_s, cv } = written
  if (law === 'gamma') return gammaLaw(1 / cv ** 2, mean_s * cv ** 2)
  return law === 'lognormal' ? lognormalBy(mean_s, cv) : weibullBy(mean_s, cv)
}
