import type { ReactNode } from 'react'
import { Button, IconButton } from '#ui/button'
import { Segments } from '#ui/choice'
import { SearchField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Menu, type ChoiceGroup } from '#ui/menu'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import type { Plan } from '../../contract/plans.ts'
import type { Covered } from './grid/coverage.ts'
import { knownGroups, missing, shownGroup } from './grid/coverage.ts'
import { dayName, lengthOf } from './grid/hours.ts'
import { groupings, orders } from './grid/rows.ts'
import { gridWords } from './grid/words.ts'
import { onlys, turned, type Wish, type Wished } from './shown.ts'
import type { Deeds } from './use-deeds.ts'
import { words } from './words.ts'

type Tools = {
  plan: Plan
  wished: Wished
  wish: (change: Wish) => void
  days: readonly string[]
  today: string
  covered: Covered | null
  deeds: Deeds
  turn: (by: -1 | 1) => void
  teams: readonly { id: string; name: string }[]
  troubled: number
  actions: ReactNode
}
const ALL = 'all'

/** Which days, how many of them, of whom, in which order; and what can be taken back. */
export function Toolbar(tools: Tools) {
  const say = useWords(words)
  const { plan, wished, wish, days, today, deeds, turn } = tools
  const may = (what: Plan['may'][number]): boolean => plan.may.includes(what)
  const inPlan = today >= plan.first_day && today <= plan.last_day
  return (
    <div className="scheduling-tools">
      <div className="scheduling-tools-row">
        <div className="scheduling-dates">
          <IconButton icon="left" size="small" label={say('before')} isDisabled={turned(plan, days, -1) === null} onPress={() => turn(-1)} />
          <strong>{useSpan(days)}</strong>
          <IconButton icon="right" size="small" label={say('after')} isDisabled={turned(plan, days, 1) === null} onPress={() => turn(1)} />
          {inPlan && !days.includes(today) && <Button size="small" tone="quiet" onPress={() => wish({ day: today })}>{say('today')}</Button>}
        </div>
        <Segments label={say('view')} options={(['day', 'week', 'month'] as const).map((id) => ({ id, label: say(id) }))} value={wished.view ?? 'week'} onChange={(view) => wish({ view })} />
        {may('edit') && (
          <span className="scheduling-undo">
            <IconButton icon="undo" size="small" label={say('undo')} keys="U" isDisabled={!may('undo')} onPress={deeds.undo} />
            <span className="scheduling-redo">
              <IconButton icon="undo" size="small" label={say('redo')} isDisabled={!may('redo')} onPress={deeds.redo} />
            </span>
          </span>
        )}
        <span className="scheduling-actions">{tools.actions}</span>
      </div>
      <Filters {...tools} />
    </div>
  )
} // prettier-ignore

function useSpan(days: readonly string[]): string {
  const spoken = useLanguage()
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return ''
  return first === last ? dayName(first, spoken) : `${dayName(first, spoken, 'short')} – ${dayName(last, spoken, 'short')}`
}

function Filters({ wished, wish, teams, covered, troubled }: Tools) {
  const say = useWords(words)
  const chosen = (id: string): string | undefined => (id === ALL ? undefined : id)
  return (
    <search className="scheduling-tools-row" aria-label={say('filters')}>
      <SearchField label={say('find')} value={wished.q ?? ''} onChange={(q) => wish({ q: q === '' ? undefined : q })} />
      {teams.length > 1 && <Select label={say('team')} hideLabel options={[{ id: ALL, label: say('allTeams') }, ...teams.map(({ id, name }) => ({ id, label: name }))]} value={wished.team ?? ALL} onChange={(id) => wish({ team: chosen(id) })} />}
      <Order wished={wished} wish={wish} troubled={troubled} />
      <CoverageOf covered={covered} wished={wished} wish={wish} />
    </search>
  )
} // prettier-ignore

/** How the rows stand: grouped, sorted, and whose. */
function Order({ wished, wish, troubled }: Pick<Tools, 'wished' | 'wish' | 'troubled'>) {
  const say = useWords(words)
  const { by = 'none', sort = 'name', only = 'all' } = wished
  const groups: ChoiceGroup[] = [
    { title: say('grouping'), choices: groupings.map((id) => ({ id: `by ${id}`, label: say(`by_${id}`), chosen: by === id, run: () => wish({ by: id }) })) },
    { title: say('sort'), choices: orders.map((id) => ({ id, label: say(`sort_${id}`), chosen: sort === id, run: () => wish({ sort: id }) })) },
    { title: say('only'), choices: onlys.filter((id) => id !== 'troubled' || troubled > 0).map((id) => ({ id: `only ${id}`, label: say(`only_${id}`), chosen: only === id, run: () => wish({ only: id }) })) },
  ]
  return <Menu label={say('order')} groups={groups} trigger={<Button icon="sort">{say(sort === 'name' ? (only === 'all' ? `by_${by}` : `only_${only}`) : `sort_${sort}`)}</Button>} />
} // prettier-ignore

/** Whose need stands above the rows, and how much of it is missing on these days. */
function CoverageOf({ covered, wished, wish }: Pick<Tools, 'covered' | 'wished' | 'wish'>) {
  const say = useWords(gridWords)
  const spoken = useLanguage()
  if (!covered || covered.groups.length === 0) return null
  const lack = ({ need, present }: Covered['groups'][number]): string => {
    if (need.length === 0) return ''
    const short = missing(need, present, covered.step)
    return short < 1 ? say('enough') : say('shortIn', { hours: lengthOf(short, spoken) })
  }
  const shown = shownGroup(covered, wished.group)
  const own = shown ? missing(shown.need, shown.present, covered.step) : 0
  const all = covered.groups.reduce((sum, { need, present }) => sum + missing(need, present, covered.step), 0)
  const told = (group: Covered['groups'][number]): string => {
    if (all - own < 1) return lack(group)
    return own < 1 ? say('enoughHere', { all: lengthOf(all, spoken) }) : `${lack(group)} · ${say('inAll', { all: lengthOf(all, spoken) })}`
  }
  const groups = knownGroups(covered)
  const known = groups.some(({ need }) => need.some((people) => people > 0))
  if (!known) return <small>{say('noNeed')}</small>
  return (
    <>
      {groups.length > 1 && <Select label={say('group')} hideLabel options={groups.map((group) => ({ id: group.id, label: group.label || say('unqueued'), detail: lack(group) }))} value={shown?.id ?? ''} onChange={(group) => wish({ group })} />}
      {shown && <span className="scheduling-lack" data-short={all >= 1 || undefined}>{told(shown)}</span>}
    </>
  )
} // prettier-ignore
