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
    case 'gamma':
      return 'shape' in written
        ? gammaLaw(written.shape, written.scale_s)
        : gammaLaw(1 / written.cv ** 2, written.mean_s * written.cv ** 2)
    case 'lognormal':
      return 'mu' in written ? lognormalLaw(written.mu, written.sigma) : lognormalBy(written.mean_s, written.cv)
    case 'weibull':
      return 'shape' in written ? weibullLaw(written.shape, written.scale_s) : weibullBy(written.mean_s, written.cv)
    case 'hyperexponential':
      return 'branches' in written ? hyperLaw(written.branches) : hyperBy(written.mean_s, written.cv)
    case 'empirical':
      return empiricalLaw(written.values_s, written.weights)
    case 'survival':
      return survivalLaw(written.at_s, written.surviving, written.tail)
  }
}
