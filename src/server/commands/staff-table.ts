// People per interval for whoever reads them in a terminal.
import { columns } from '#rehearsal/engine'
import type { StaffReport } from '#staffing/contract'
import { shortTargetWords } from './erlang-table.ts'
import { closeTable } from './say-table.ts'
import { count, percent } from './say-number.ts'

export function staffTable(report: StaffReport): string {
  return [
    headline(report),
    '',
    ...total(report),
    ...report.queues.flatMap((queue) => ofQueue(queue, report)),
    ...deferred(report),
    ...skills(report),
  ].join('\n')
}

function headline({ name, intervals, interval_min, hours }: StaffReport): string {
  const many = `${intervals} interval${intervals === 1 ? '' : 's'} of ${interval_min} min`
  return `${name ? `${name}: ` : ''}${many}; ${count(hours.seated)} hours seated, ${count(hours.scheduled)} hours scheduled`
}

type When = { interval: number; at: string | null }

// The time in the zone that was asked for, with the day where more than one is shown.
function clock({ zone, from, intervals, interval_min }: StaffReport): (when: When) => string {
  const severalDays = intervals * interval_min > 1_440
  return ({ interval, at }) => {
    if (at === null || from === null) return String(interval)
    const there = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
    const time = there.toPlainTime().toString({ smallestUnit: 'minute' })
    return severalDays ? `${there.toPlainDate().toString()} ${time}` : time
  }
}

function total(report: StaffReport): string[] {
  if (report.queues.length + (report.deferred ? 1 : 0) + (report.skills ? 1 : 0) < 2) return []
  const when = clock(report)
  return [
    ...columns([
      ['in all', 'agents', 'scheduled'],
      ...report.total.map((each) => [when(each), count(each.agents), count(each.scheduled)]),
    ]),
    '',
  ]
}

function ofQueue({ name, method, intervals }: StaffReport['queues'][number], report: StaffReport): string[] {
  const when = clock(report)
  const carried = method === 'carried'
  const within = intervals[0]?.figures.service_level.within_s ?? 20
  const head = [
    name,
    'calls/h',
    'handling s',
    'erlangs',
    'agents',
    'scheduled',
    `in ${within} s`,
    'ASA s',
    'given up',
    'turned away',
    'occupancy',
    ...(carried ? ['left waiting'] : []),
    '',
  ]
  const rows = intervals.map((each) => [
    when(each),
    count(each.calls_per_hour),
    count(each.handling_s),
    count(each.erlangs),
    count(each.agents),
    count(each.scheduled),
    percent(each.figures.service_level.answered_within_of_offered),
    count(each.figures.wait_mean),
    percent(each.figures.abandoned),
    percent(each.figures.blocked),
    percent(each.figures.occupancy),
    ...(carried ? [count(each.left_waiting)] : []),
    [
      ...each.targets
        .filter(({ decides }) => decides && each.targets.length > 1)
        .map(({ target }) => `for ${shortTargetWords(target)}`),
      ...each.targets.filter(({ met }) => !met).map(({ target }) => `missed: ${shortTargetWords(target)}`),
      ...each.notes.map(({ code }) => code.replaceAll('_', ' ')),
    ].join('; '),
  ])
  const always = intervals.every(({ targets }) => targets.length > 0) ? ['agents', 'scheduled'] : []
  return [...closeTable({ head, rows }, { always, from: `in ${within} s`, again: 'agents' }), '']
}

function deferred(report: StaffReport): string[] {
  if (!report.deferred) return []
  const when = clock(report)
  const rows = report.deferred.map((each) => [
    when(each),
    count(each.agents),
    count(each.scheduled),
    count(each.even),
    count(each.idle_used_s / 3_600),
    count(each.backlog_s / 3_600),
    each.late_s > 0 ? count(each.late_s / 3_600) : '',
    '',
  ])
  const head = ['work that can wait', 'agents', 'scheduled', 'evenly', 'idle time used h', 'left h', 'late h', '']
  return [...closeTable({ head, rows }, { always: head, from: 'evenly', again: 'agents' }), '']
}

function skills(report: StaffReport): string[] {
  if (!report.skills) return []
  const when = clock(report)
  const names = report.skills[0]?.groups.map(({ name }) => name) ?? []
  const rows = report.skills.map((each) => [
    when(each),
    ...each.groups.map(({ agents }) => count(agents)),
    count(each.cost_per_hour),
    count(each.least_cost_per_hour),
    count(each.trials),
    each.queues
      .map(
        ({ name, targets }) =>
          `${name}: ${targets.map(({ target, reached, met }) => `${'most_s' in target ? `${count(reached.mean)} s` : percent(reached.mean)}${met ? '' : ' MISSED'}`).join(', ')}`,
      )
      .join('; '),
  ])
  const head = ['by skills', ...names, 'cost/h', 'at least', 'trials', 'reached']
  return [...closeTable({ head, rows }, { always: head, from: 'cost/h', again: '' }), '']
}
