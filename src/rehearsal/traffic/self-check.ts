// How far a rehearsal can be believed: today's rules, rehearsed on the period's own traffic, beside what really happened.
import type { Figure, FigureName, Really, Report, SelfCheck } from '../contract.ts'

type Checked = SelfCheck['figures'][number]
type Trust = SelfCheck['trust']
const whats = [
  { what: 'service_level', really: 'service_level', figure: 'service_level' },
  { what: 'abandoned_share', really: 'abandoned', figure: 'abandoned' },
  { what: 'wait_mean_s', really: 'wait_mean', figure: 'wait_mean' },
  { what: 'wait_p80_s', really: 'wait_p80', figure: 'wait_p80' },
] as const satisfies readonly { what: Checked['what']; really: keyof Really; figure: FigureName }[]

// A share within three points, a wait within a fifth (or five seconds) of what happened is good; within ten points, or half (or half a minute), fair.
const NEAR = { share: 0.03, ratio: 0.2, seconds: 5 }
const FAIR = { share: 0.1, ratio: 0.5, seconds: 30 }

export function selfCheck(
  really: readonly Really[],
  { today, service_level }: Pick<Report, 'today' | 'service_level'>,
): SelfCheck {
  const figures = really.flatMap((queue) => {
    const rehearsed = today.queues.find(({ name }) => name === queue.queue)?.figures
    return whats.map(({ what, really: column, figure }) =>
      checked({
        what,
        queue: queue.queue,
        really: queue[column],
        figure: rehearsed?.[figure],
        n: queue.offered,
        within_s: service_level.within_s,
      }),
    )
  })
  const trust = together(figures)
  return { trust, figures, ...said[trust] }
}

type Pair = {
  what: Checked['what']
  queue: string
  really: number | null
  figure: Figure | undefined
  n: number
  within_s: number
}

function checked({ what, queue, really, figure, n, within_s }: Pair): Checked {
  const { mean = null, low = null, high = null } = figure ?? {}
  return {
    what,
    queue,
    within_s: what === 'service_level' ? within_s : null,
    really,
    rehearsed: mean,
    low,
    high,
    n,
    trust: really === null || mean === null ? 'unknown' : trustOf(really, { mean, low, high, isShare: !what.endsWith('_s') }),
  }
}

function trustOf(
  really: number,
  { mean, low, high, isShare }: { mean: number; low: number | null; high: number | null; isShare: boolean },
): Trust {
  const off = Math.abs(mean - really)
  const within = ({ share, ratio, seconds }: typeof NEAR): boolean => off <= (isShare ? share : Math.max(seconds, ratio * really))
  if ((low !== null && high !== null && low <= really && really <= high) || within(NEAR)) return 'good'
  return within(FAIR) ? 'fair' : 'poor'
}

// Each figure counts as many times as contacts rest on it.
const worth: Record<Trust, number> = { good: 2, fair: 1, poor: 0, unknown: 0 }
function together(figures: readonly Checked[]): Trust {
  const known = figures.filter(({ trust }) => trust !== 'unknown')
  const all = known.reduce((sum, { n }) => sum + n, 0)
  if (all === 0) return 'unknown'
  const mean = known.reduce((sum, { n, trust }) => sum + n * worth[trust], 0) / all
  return mean >= 1.5 ? 'good' : mean >= 0.8 ? 'fair' : 'poor'
}

const said: Record<Trust, { fr: string; en: string }> = {
  good: {
    fr: 'La répétition des règles d’aujourd’hui retrouve ce qui s’est vraiment passé : les écarts annoncés sont crédibles.',
    en: 'Rehearsing today’s rules finds what really happened: the differences told can be believed.',
  },
  fair: {
    fr: 'La répétition des règles d’aujourd’hui retrouve à peu près ce qui s’est passé. Fiez-vous au sens des écarts plus qu’à leur taille.',
    en: 'Rehearsing today’s rules roughly finds what happened. Trust the direction of the differences more than their size.',
  },
  poor: {
    fr: 'La répétition des règles d’aujourd’hui ne retrouve pas ce qui s’est passé. Voyez ce qui manque ci-dessous avant d’en tirer quoi que ce soit.',
    en: 'Rehearsing today’s rules does not find what happened. See what is missing below before you conclude anything.',
  },
  unknown: {
    fr: 'Rien de cette période ne permet de vérifier la répétition.',
    en: 'Nothing in this period allows the rehearsal to be checked.',
  },
}
