// Answers of the formulas for whoever reads them in a terminal: one in full, several a line each.
import { columns } from '#rehearsal/engine'
import { serviceFormulas, type ServiceFormula } from '#rehearsal/contract'
import type { Answer, ErlangReport, Target } from '#staffing/contract'
import { closeTable, fits, wrapped } from './say-table.ts'
import { count, percent, seconds } from './say-number.ts'

export function erlangTable(report: ErlangReport): string {
  return Array.isArray(report) ? list(report) : one(report)
}

const levelWords: Record<ServiceFormula, string> = {
  answered_within_of_offered: 'answered in … ÷ offered',
  answered_within_of_answered: 'answered in … ÷ answered',
  answered_within_of_offered_less_short_abandons: 'answered in … ÷ (offered − given up by then)',
  answered_or_left_within_of_offered: 'answered or given up in … ÷ offered',
}

function one(answer: Answer): string {
  const { figures, targets, notes } = answer
  const level = figures.service_level
  const rows: [string, string][] = [
    ['calls an hour', count(answer.calls_per_hour)],
    ['offered load (erlangs)', count(answer.erlangs)],
    ['agents seated', count(answer.agents)],
    ['agents scheduled', count(answer.scheduled)],
    ...(answer.lines === null ? [] : ([['lines', count(answer.lines)]] satisfies [string, string][])),
    ...serviceFormulas
      .filter((formula) => isWorthSaying(answer, formula))
      .map((formula): [string, string] => [levelWords[formula].replace('…', `${level.within_s} s`), percent(level[formula])]),
    ['had to wait', percent(figures.waited)],
    ['mean wait of the answered (ASA)', seconds(figures.wait_mean)],
    [
      'wait of half · 80 % · 95 % of the answered',
      [figures.wait_p50, figures.wait_p80, figures.wait_p95].map(seconds).join(' · '),
    ],
    ['given up', percent(figures.abandoned)],
    ['turned away', percent(figures.blocked)],
    ['occupancy', percent(figures.occupancy)],
    ['waiting on average', count(figures.waiting_mean)],
    ['from arrival to end', seconds(figures.sojourn_mean)],
  ]
  return [
    `${answer.name ? `${answer.name}: ` : ''}${answer.model}`,
    ...notes.flatMap(({ en }) => wrapped(en, '! ')),
    '',
    ...columns(rows),
    ...targetLines(targets),
    ...spread(answer),
  ].join('\n')
}

function spread({ distribution }: Answer): string[] {
  if (!distribution) return []
  const times = distribution.times.map((at) => [
    seconds(at.within_s),
    percent(at.answered),
    percent(at.gave_up),
    percent(at.still_waits),
  ])
  const waits = distribution.quantiles.map(({ share, wait_s }) => [percent(share), seconds(wait_s)])
  return [
    ...(times.length > 0 ? ['', ...columns([['after', 'answered', 'given up', 'still waiting'], ...times])] : []),
    ...(waits.length > 0 ? ['', ...columns([['of the answered', 'do not wait longer than'], ...waits])] : []),
  ]
}

// With nobody giving up and nobody turned away the four service levels are one.
const isWorthSaying = ({ figures }: Answer, formula: ServiceFormula): boolean =>
  formula === 'answered_within_of_offered' || figures.abandoned !== 0 || figures.blocked !== 0

function targetLines(targets: Answer['targets']): string[] {
  if (targets.length === 0) return []
  const drawn = (words: (target: Target) => string, gap: number): string[] =>
    columns(
      [
        ['target', 'reached', '', 'agents it needs', ''],
        ...targets.map(({ target, reached, met, agents, decides }) => [
          words(target),
          'share' in target || 'most_share' in target ? percent(reached) : seconds(reached),
          met ? 'kept' : 'missed',
          count(agents),
          decides ? 'decides' : '',
        ]),
      ],
      { explains: true, gap },
    )
  const whole = drawn(targetWords, 3)
  return ['', ...(fits(whole) ? whole : drawn(shortTargetWords, 2))]
}

/** The usual formula of a service level need not be named in every line. */
export const shortTargetWords = (target: Target): string => targetWords(target).replace(' (answered_within_of_offered)', '')

export function targetWords(target: Target): string {
  if ('share' in target) return `${percent(target.share)} within ${target.within_s} s (${target.formula})`
  return 'most_s' in target ? `${target.formula} ≤ ${target.most_s} s` : `${target.formula} ≤ ${percent(target.most_share)}`
}

function list(answers: readonly Answer[]): string {
  const head = [
    '',
    'calls/h',
    'handling s',
    'patience s',
    'erlangs',
    'agents',
    'scheduled',
    'in time',
    'within s',
    'ASA s',
    'p95 s',
    'given up',
    'turned away',
    'occupancy',
    '',
  ]
  const rows = answers.map((answer) => [
    answer.name ?? '',
    count(answer.calls_per_hour),
    count(answer.handling_s),
    typeof answer.patience_s === 'object' ? 'curve' : typeof answer.patience_s === 'number' ? count(answer.patience_s) : 'never',
    count(answer.erlangs),
    count(answer.agents),
    count(answer.scheduled),
    percent(answer.figures.service_level.answered_within_of_offered),
    count(answer.figures.service_level.within_s),
    count(answer.figures.wait_mean),
    count(answer.figures.wait_p95),
    percent(answer.figures.abandoned),
    percent(answer.figures.blocked),
    percent(answer.figures.occupancy),
    answer.notes
      .map(({ code }) => code)
      .join(', ')
      .replaceAll('_', ' '),
  ])
  return closeTable({ head, rows }, { from: 'in time', again: 'agents' }).join('\n')
}
