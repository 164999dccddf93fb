// Made-up centres to be planned: two sites, six kinds of work, three contracts, absences, wishes, a curve with the peaks of a telephone, and a
// Monday and evenings that nobody can cover wholly.
import type { AskInput } from '#scheduling/contract'

const curve = [3, 4.2, 5.6, 6.8, 7.6, 8, 7.9, 7.6, 7.1, 6.3, 5.7, 5.4, 5.5, 5.9, 6.5, 6.9, 7.1, 7.1, 6.9, 6.5, 5.9, 5.1, 4.2, 3.3] // half hours from 8 to 20
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const busy = [1.24, 1.06, 1, 0.98, 0.96, 0.45, 0.14]

const works = [
  { name: 'billing', skills: ['billing'], share: 0.3, until: 20 },
  { name: 'technical', skills: ['technical'], share: 0.26, until: 20 },
  { name: 'sales', skills: ['sales'], share: 0.16, until: 19 },
  { name: 'chat', skills: ['chat'], share: 0.14, until: 20 },
  { name: 'complaints', skills: ['complaints'], share: 0.08, until: 18 },
  { name: 'desk Lille', skills: ['desk'], site: 'Lille', share: 0.06, until: 18 },
] as const

const mixes = [
  { skills: ['billing'], share: 0.2 },
  { skills: ['technical'], share: 0.2 },
  { skills: ['sales', 'billing'], share: 0.18 },
  { skills: ['chat', 'billing'], share: 0.14 },
  { skills: ['technical', 'chat'], share: 0.12 },
  { skills: ['complaints', 'billing'], share: 0.1 },
  { skills: ['desk', 'sales'], site: 'Lille', share: 0.06 },
] as const

const contracts = [
  { name: '35 h', hours_week: 35, days_most: 5, hours_day_least: 6, hours_day_most: 9, patterns: ['full'] },
  { name: '28 h', hours_week: 28, days_most: 4, hours_day_least: 6, hours_day_most: 8, patterns: ['full'] },
  { name: '20 h', hours_week: 20, days_most: 5, hours_day_least: 4, hours_day_most: 6, patterns: ['part'], asked_short: true },
]

/** A week of so many people; the same number is always the same centre. */
export function shiftCentre(count: number, { load = 0.95 }: { load?: number } = {}): AskInput {
  const chance = draws(count)
  const people = Array.from({ length: count }, (_, i) => {
    const mix = at(mixes, (i + 0.5) / count)
    const drawn = chance()
    const contract = contracts[drawn < 0.64 ? 0 : drawn < 0.82 ? 1 : 2]!
    return {
      name: `agent ${i + 1}`,
      contract: contract.name,
      skills: [...mix.skills],
      site: 'site' in mix ? mix.site : chance() < 0.5 ? 'Lille' : 'Lyon',
      ...(chance() < 0.06 && { away: [awayOn(Math.floor(chance() * 5), chance())] }),
      ...(chance() < 0.3 && { wishes: [wishOf(chance(), chance())] }),
      history: { saturdays: Math.floor(chance() * 5), lates: Math.floor(chance() * 8) },
    }
  })
  const hours = people.reduce((sum, { contract }) => sum + contracts.find(({ name }) => name === contract)!.hours_week, 0) * 0.93
  const weekly = busy.reduce((a, b) => a + b, 0) * curve.reduce((a, b) => a + b, 0) * 0.5
  return {
    name: `${count} people`,
    first_day: '2026-11-23',
    days: 7,
    interval_min: 15,
    contracts,
    patterns: [
      { name: 'full', start: { from: '07:30', to: '13:00', every_min: 30 }, hours: { from: 6, to: 9, every_min: 60 }, ends_by: '20:30' },
      { name: 'part', start: { from: '08:00', to: '16:00', every_min: 30 }, hours: { from: 4, to: 6, every_min: 60 }, ends_by: '20:30' },
    ],
    needs: works.map((work) => ({
      name: work.name,
      skills: [...work.skills],
      ...('site' in work && { site: work.site }),
      rows: weekdays.flatMap((day, d) =>
        Array.from({ length: 48 }, (_, q) => {
          const level = (curve[q >> 1]! * (1 - (q % 2) / 2) + (curve[(q >> 1) + 1] ?? curve[23]!) * ((q % 2) / 2)) * busy[d]!
          const need = ((hours * load) / weekly) * level * work.share * (0.985 + 0.03 * chance())
          const open = 8 + q / 4 < work.until && (d < 5 || work.name !== 'complaints') && (d < 6 || work.name === 'billing' || work.name === 'chat')
          return { days: [day], from: time(8 + q / 4), to: time(8.25 + q / 4), need: open ? Math.round(need) : 0 }
        }),
      ),
    })),
    people,
  } // prettier-ignore
}

const wishOf = (kind: number, day: number) =>
  kind < 0.45
    ? { wish: 'off' as const, days: [weekdays[Math.floor(day * 6)]!] }
    : { wish: kind < 0.8 ? ('early' as const) : ('late' as const) }
const awayOn = (day: number, length: number) => ({
  from: `2026-11-${23 + day}`,
  to: `2026-11-${23 + Math.min(4, day + Math.floor(length * 5))}`,
})
const time = (hours: number): string =>
  `${String(Math.floor(hours)).padStart(2, '0')}:${String(Math.round((hours % 1) * 60)).padStart(2, '0')}`

function at<T extends { share: number }>(list: readonly T[], place: number): T {
  let sum = 0
  return list.find(({ share }) => (sum += share) > place) ?? list.at(-1)!
}

// Numbers of chance that are the same on every machine (mulberry32).
function draws(seed: number): () => number {
  let state = seed * 2_654_435_761
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
