import { useMemo, useState, type ReactNode } from 'react'
import { useNarrow } from '#forecasting/screens'
import { Segments } from '#ui/choice'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { Combobox } from '#ui/combobox'
import { Select, type Option } from '#ui/select'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import type { GroupNeed, Requirements } from '../../contract.ts'
import { useGroupName } from '../group-name.ts'
import { clock, dayName } from '../say.ts'
import { words } from '../words.ts'
import { isDense } from './dense.ts'
import { HeatLegend, HeatMap } from './heat-map.tsx'
import { NeedTable } from './need-table.tsx'
import { columnsOf, groupRows, placeAt, weekRows, type Layer, type Saying } from './rows.ts'
import { StateOfNeed } from './state-of-need.tsx'
import type { Spot } from './walk.ts'
import { wallClock, weekDrawn, type Moment } from './week.ts'
import { WhyPanel } from './why-panel.tsx'

export type Seen = { group: string | undefined; view: 'week' | 'groups'; day: string | undefined; layer: Layer }
type Shown = { needs: Requirements; monday: string; seen: Seen; onSee: (seen: Partial<Seen>) => void }

/** A week of need: the map, and beside it why it is so many where one looks. */
export function MapView({ needs, monday, seen, onSee, steps }: Shown & { steps: ReactNode }) {
  const chosen = needs.groups.find(({ group }) => group === seen.group) ?? busiest(needs.groups)
  if (!chosen) return null
  return (
    <>
      <div className="staffing-head">
      {steps}
      <Choices needs={needs} chosen={chosen} seen={seen} onSee={onSee} />
      </div>
      <MapAndWhy key={`${monday} ${seen.view} ${chosen.group}`} needs={needs} monday={monday} seen={seen} onSee={onSee} chosen={chosen} />
    </>
  ) // prettier-ignore
}

type Choosing = Pick<Shown, 'needs' | 'seen' | 'onSee'> & { chosen: GroupNeed }
const EVERY_GROUP = '*'

/** Whose need, and which of its numbers. On a phone two lists beside each other, so that the map comes first. */
function Choices({ needs, chosen, seen, onSee }: Choosing) {
  const say = useWords(words)
  const nameOf = useGroupName(needs.rules)
  const narrow = useNarrow()
  const several = needs.groups.length > 1
  const groups = needs.groups.map((each) => ({ id: each.group, label: nameOf(each) }))
  const layers = [{ id: 'need', label: say('layerNeed') }, { id: 'scheduled', label: say('layerScheduled') }, { id: 'crowded', label: say('layerCrowded') }] as const // the three layers
  if (narrow)
    return (
      <div className="staffing-choices">
        {several && <Select label={say('group')} hideLabel value={seen.view === 'groups' ? EVERY_GROUP : chosen.group} onChange={(id) => onSee(id === EVERY_GROUP ? { view: 'groups' } : { view: 'week', group: id })} options={[...groups, { id: EVERY_GROUP, label: say('viewGroups') }]} />}
        <Select label={say('layer')} hideLabel value={seen.layer} onChange={(layer) => onSee({ layer })} options={layers} />
      </div>
    )
  return (
    <div className="staffing-choices">
      {several && <Segments label={say('view')} value={seen.view} onChange={(view) => onSee({ view })} options={[{ id: 'week', label: say('viewWeek') }, { id: 'groups', label: say('viewGroups') }]} />}
      {seen.view === 'week' && several && <PickGroup label={say('group')} value={chosen.group} onPick={(group) => onSee({ group })} options={groups} />}
      <Segments label={say('layer')} value={seen.layer} onChange={(layer) => onSee({ layer })} options={layers} />
    </div>
  )
} // prettier-ignore

const FEW = 12

type Picking = { label: string; value: string; options: readonly Option[]; onPick: (group: string) => void }
/** Of a few it is chosen, of many it is searched. */
function PickGroup({ onPick, ...asked }: Picking) {
  if (asked.options.length <= FEW) return <Select hideLabel {...asked} onChange={onPick} />
  return <Combobox hideLabel {...asked} onChange={(group) => group && onPick(group)} />
}

const busiest = (groups: readonly GroupNeed[]): GroupNeed | undefined => groups.toSorted((a, b) => sum(b.need) - sum(a.need))[0]
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function useSaying(): Saying {
  const say = useWords(words)
  const spoken = useLanguage()
  return useMemo(
    () => ({
      spoken,
      cell: (values) => say('cellSaid', values),
      closed: (values) => say('cellClosed', values),
      now: (cell) => say('cellNow', { cell }),
      today: say('today'),
      hours: (hours) => say('peopleHours', { hours }),
    }),
    [say, spoken],
  )
}

function MapAndWhy({ needs, monday, seen, onSee, chosen }: Shown & { chosen: GroupNeed }) {
  const say = useWords(words)
  const nameOf = useGroupName(needs.rules)
  const saying = useSaying()
  const ofAll = seen.view === 'groups'
  const [spot, setSpot] = useState<Spot | null>(null)
  const drawn = useMemo(() => weekDrawn(needs, ofAll ? needs.groups : [chosen], monday), [needs, ofAll, chosen, monday])
  const now = usePresent(needs)
  const { minutes, labels } = columnsOf(drawn, needs.interval_min, saying.spoken)
  const day = drawn.days.find((each) => each.day === seen.day) ?? drawn.days.find(({ places }) => places.some(({ i }) => needs.groups.some(({ need }) => need[i]! > 0))) ?? drawn.days[0]! // prettier-ignore
  const rows = useMemo(
    () => ofAll ? groupRows(needs.groups.map((each) => ({ ...each, label: nameOf(each) })), day, { needs, drawn, layer: seen.layer, say: saying, now }) : weekRows(chosen, { needs, drawn, layer: seen.layer, say: saying, now }),
    [ofAll, needs, day, drawn, seen.layer, saying, chosen, nameOf, now],
  ) // prettier-ignore
  const shownSpot = spot ?? peak(rows.map(({ cells }) => cells.map((cell) => (cell?.text ? Number(cell.text) : 0))))
  const group = ofAll ? (needs.groups[shownSpot.row] ?? chosen) : chosen
  const drawnDay = ofAll ? day : drawn.days[shownSpot.row]
  const place = placeAt(drawnDay, minutes[shownSpot.column])
  return (
    <div className="staffing-map">
      <Panel>
        {ofAll && (
          <div className="staffing-days">
            <Segments label={say('day')} value={day.day} onChange={(next) => onSee({ day: next })} options={drawn.days.map((each) => ({ id: each.day, label: dayName(each.day, saying.spoken, 'short') }))} />
          </div>
        )}
        {minutes.length > 0 && <HeatMap label={say('mapLabel')} columns={labels} rows={rows} chosen={shownSpot} onChoose={setSpot} describedBy="staffing-map-hint" />}
        <p id="staffing-map-hint" className="unseen">
          {say('mapHint')}
        </p>
        <HeatLegend few={say('legendFew')} many={say('legendMany')} quiet={say('legendQuiet')} />
        <DenseNote columns={minutes} />
        <StateOfNeed needs={needs} group={group} />
        <NeedTable label={ofAll ? dayName(day.day, saying.spoken, 'long') : nameOf(group)} rows={rows} minutes={minutes} />
      </Panel>
      {place && drawnDay && (
        <button type="button" className="staffing-peek" onClick={() => document.getElementById('staffing-why')?.scrollIntoView({ block: 'start' })}>
          <span>{saying.cell({ day: dayName(drawnDay.day, saying.spoken, 'short'), time: clock(new Date(place.at), needs.zone, saying.spoken), people: group.need[place.i]! })}</span>
          <small>{say('why')}</small>
        </button>
      )}
      {place && drawnDay && <WhyPanel needs={needs} group={group} spot={{ i: place.i, at: place.at, day: drawnDay.day, whole: drawnDay.whole }} />}
    </div>
  ) // prettier-ignore
}

/** The present, told in whole intervals so that the map is drawn again only when it moves on. */
function usePresent({ zone, interval_min }: Requirements): Moment {
  const step = interval_min * 60_000
  const interval = Math.floor(useNow() / step)
  return useMemo(() => wallClock(zone)(interval * step), [zone, interval, step])
}

/** Where the map has too many columns for a number each: what its numbers are then. */
function DenseNote({ columns }: { columns: readonly number[] }) {
  const say = useWords(words)
  const narrow = useNarrow()
  return isDense(columns) && !narrow && <p className="staffing-dense">{say('mapDense')}</p>
}

// Where one looks first: where it takes most.
function peak(numbers: readonly (readonly number[])[]): Spot {
  let best: Spot = { row: 0, column: 0 }
  numbers.forEach((row, at) => row.forEach((value, column) => { if (value > (numbers[best.row]?.[best.column] ?? 0)) best = { row: at, column } })) // prettier-ignore
  return best
}
