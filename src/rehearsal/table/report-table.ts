// A report for whoever reads it in a terminal: what is not to be believed first, then the whole, queues, teams, hours, and whom it hurts. Pure.
import type { Figure, FigureName, Figures, Report, Result } from '../contract/report.ts'
import { columns } from './columns.ts'
import { formulaOf, sayFigure } from './say-figure.ts'

const names: readonly [FigureName, string][] = [
  ['service_level', 'service level'], ['offered', 'offered'], ['answered', 'answered'], ['abandoned', 'given up'], ['blocked', 'turned away'],
  ['called_back', 'called back'], ['retried', 'tried again'], ['unserved', 'never served'], ['overflowed', 'moved to another queue'], ['waited', 'had to wait'],
  ['wait_mean', 'mean wait (ASA)'], ['wait_p50', 'wait, p50'], ['wait_p80', 'wait, p80'], ['wait_p95', 'wait, p95'], ['wait_max', 'longest wait'],
  ['abandoned_wait_mean', 'wait until giving up'], ['waiting_mean', 'waiting on average'], ['handling_mean', 'handling'], ['sojourn_mean', 'from arrival to end'],
  ['due_kept', 'due dates kept'], ['person_first', 'by their own person'], ['people_met', 'people met by a case'], ['occupancy', 'occupancy'],
  ['staffed_hours', 'hours at work'], ['cost', 'cost'], ['cost_per_answered', 'cost of an answer'],
] // prettier-ignore
const units = { share: '%', s: 's', count: '', h: 'h', money: '' } as const

export function reportTable(report: Report): string {
  const { today, tomorrow, difference } = report
  const sides = tomorrow ? [today, tomorrow] : [today]
  return [
    headline(report),
    '',
    ...sides.flatMap(({ name, warnings }) => warnings.map(({ en }) => `! ${tomorrow ? `${name}: ` : ''}${en}`)),
    ...(sides.some(({ warnings }) => warnings.length > 0) ? [''] : []),
    ...whole(report),
    ...parts(report, {
      what: 'queue',
      of: ({ queues }) => queues,
      figures: ['offered', 'service_level', 'wait_mean', 'wait_p95', 'abandoned'],
    }),
    ...parts(report, {
      what: 'team',
      of: ({ teams }) => teams,
      figures: ['answered', 'staffed_hours', 'occupancy', 'handling_mean', 'cost'],
    }),
    ...parts(report, { what: 'hour', of: hoursOf, figures: ['offered', 'service_level', 'wait_mean', 'abandoned'] }),
    ...(difference ? hurt(report) : []),
    '',
  ].join('\n')
}

function headline({
  scenario,
  replications,
  days,
  confidence,
  seed,
  service_level,
  precision_reached,
  warm_up_s,
}: Report): string {
  const length = days === 1 ? 'one day' : `${days} days`
  const warm = warm_up_s > 0 ? ` (the first ${warm_up_s} s not counted)` : ''
  const precise =
    precision_reached === null
      ? ''
      : precision_reached
        ? ', as precise as asked'
        : ', NOT as precise as asked: the most replications were reached'
  return `${scenario}: ${length}${warm}, ${replications} replication${replications === 1 ? '' : 's'}${precise}. ± is the ${Math.round(confidence * 1_000) / 10} % confidence interval. Answered in time: within ${service_level.within_s} s. Seed ${seed}.`
}

function whole({ today, tomorrow, difference }: Report): string[] {
  const shown = names.filter(([name]) => isWorthSaying(today.whole[name]) || isWorthSaying(tomorrow?.whole[name]))
  const head = ['', today.name, ...(tomorrow && difference ? [tomorrow.name, 'difference'] : []), 'formula']
  const rows = shown.map(([name, label]) => {
    const figure = today.whole[name] ?? tomorrow?.whole[name]
    const formula = figure && formulaOf(figure)
    const unit = formula ? units[formula.unit] : ''
    const sides = [today.whole[name], ...(tomorrow ? [tomorrow.whole[name]] : [])].map((each) => sayFigure(each))
    const less = difference ? [sayFigure(difference.whole[name], { signed: true })] : []
    return [unit ? `${label} (${unit})` : label, ...sides, ...less, formula?.en ?? '']
  })
  return columns([head, ...rows], { explains: true })
}

// A share of nothing, or a cost that nobody gave, is left out.
const isWorthSaying = (figure: Figure | undefined): boolean => figure !== undefined && figure.mean !== null && figure.mean !== 0

type Part = { name: string; figures: Figures }
type By = { what: string; of: (result: Result) => readonly Part[]; figures: readonly [FigureName, FigureName, ...FigureName[]] } // the second is compared
const hoursOf = ({ hours }: Result): Part[] =>
  hours.map(({ hour, figures }) => ({ name: `${String(hour).padStart(2, '0')}:00`, figures }))

function parts({ today, tomorrow, difference }: Report, { what, of, figures }: By): string[] {
  const rows = of(today)
  if (rows.length === 0 || (rows.length === 1 && what !== 'hour')) return []
  const [, compared] = figures
  const head = [
    `by ${what}`,
    ...figures.map(labelOf),
    ...(tomorrow ? [`${labelOf(compared)}, ${tomorrow.name}`, 'difference'] : []),
  ]
  const second = (result: Result | null, name: string): Figure | undefined =>
    result ? of(result).find((part) => part.name === name)?.figures[compared] : undefined
  const lines = rows.map(({ name, figures: own }) => [
    name,
    ...figures.map((figure) => sayFigure(own[figure])),
    ...(tomorrow ? [sayFigure(second(tomorrow, name)), sayFigure(second(difference, name), { signed: true })] : []),
  ])
  return ['', ...columns([head, ...lines])]
}

const labelOf = (name: FigureName): string => names.find(([each]) => each === name)?.[1] ?? name

function hurt({ most_hurt, today, tomorrow }: Report): string[] {
  if (most_hurt.length === 0) return ['', `Nobody loses under “${tomorrow?.name}”.`]
  const rows = most_hurt.map(({ id, kind, at_s, hurt_s, today: before, tomorrow: after }) => [
    id,
    kind,
    clock(at_s),
    said(before),
    said(after),
    `+${Math.round(hurt_s)}`,
  ])
  return [
    '',
    ...columns([['who loses most', 'kind', 'came', `waits (s), ${today.name}`, tomorrow?.name ?? '', 'worse by (s)'], ...rows]),
  ]
}

const said = ({ wait_s, lost }: { wait_s: number; lost: number }): string =>
  `${Math.round(wait_s)}${lost > 0 ? ` (lost${lost < 1 ? ` ${Math.round(lost * 100)} %` : ''})` : ''}`

function clock(at_s: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  return `day ${Math.floor(at_s / 86_400) + 1} ${two((at_s % 86_400) / 3_600)}:${two((at_s % 3_600) / 60)}`
}
