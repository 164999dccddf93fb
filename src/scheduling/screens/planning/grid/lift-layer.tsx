import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import { lengthOf, wallHour } from './hours.ts'
import type { Lift, Lifted, Turned } from './lift.ts'
import { boxOf, type Scene } from './paint.ts'
import type { Row } from './rows.ts'
import { useStored, type Stored } from './stored.ts'
import { xOf } from './timeline.ts'
import { gridWords } from './words.ts'

type Layer = { lift: Stored<Lift | null>; rows: readonly Row[]; scene: Scene }

/** What is being moved, over the rows: where it comes from is veiled, where it would go is drawn, what that means is said. */
export function LiftLayer({ lift, rows, scene }: Layer) {
  const held = useStored(lift)
  if (!held) return null
  const rowOf = (person: string | null): number => rows.findIndex((row) => (row.kind === 'person' ? row.key === person : row.kind === 'open' && person === null))
  return (
    <div className="scheduling-lift" aria-hidden="true">
      {held.bars.map((each) => (
        <Veil key={`v${each.before.id}`} bar={each.before} row={rowOf(each.before.person)} scene={scene} />
      ))}
      {held.bars.map((each) => (
        <Ghost key={each.before.id} lifted={each} row={rowOf(each.after.person)} scene={scene} bad={isBad(held)} />
      ))}
      <Said held={held} row={rowOf(held.bars[0]?.after.person ?? null)} scene={scene} isFirst={rowOf(held.bars[0]?.after.person ?? null) < 3} />
    </div>
  )
} // prettier-ignore

export const isBad = ({ tried }: Lift): boolean => tried?.troubles.some(({ hard }) => hard) ?? false

function Veil({ bar, row, scene }: { bar: Lifted['before']; row: number; scene: Scene }) {
  if (row < 0) return null
  const { x, y, width, height } = boxOf(scene, bar)
  return (
    <span
      className="scheduling-veil"
      style={{ inlineSize: width + 2, blockSize: height + 2, translate: `${x - 1}px ${row * scene.row + y - 1}px` }}
    />
  )
}

function Ghost({ lifted: { after }, row, scene, bad }: { lifted: Lifted; row: number; scene: Scene; bad: boolean }) {
  if (row < 0) return null
  const { x, y, width, height } = boxOf(scene, after)
  const inside = scene.timeline.view === 'month' ? [] : after.parts
  return (
    <span className="scheduling-ghost" data-bad={bad || undefined} style={{ inlineSize: width, blockSize: height, translate: `${x}px ${row * scene.row + y}px` }}>
      {inside.map((part) => (
        <i key={part.id} data-kind={part.kind} style={{ insetInlineStart: xOf(scene.timeline, part.from) - x, inlineSize: xOf(scene.timeline, part.to) - xOf(scene.timeline, part.from) }} />
      ))}
    </span>
  )
} // prettier-ignore

function Said({ held, row, scene, isFirst }: { held: Lift; row: number; scene: Scene; isFirst: boolean }) {
  const lines = useLiftWords(scene)(held)
  const [first] = held.bars
  if (!first || row < 0) return null
  const { x, width } = boxOf(scene, first.after)
  const left = Math.min(Math.max(0, x + width / 2 - 150), Math.max(0, scene.timeline.width - 300))
  const top = isFirst ? `${(row + 1) * scene.row + 4}px` : `calc(${row * scene.row - 4}px - 100%)`
  return (
    <div className="scheduling-said" data-bad={isBad(held) || undefined} style={{ translate: `${left}px ${top}` }}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}

/** The same in words: shown beside it, and told to whoever listens. */
export function useLiftWords({ timeline }: Pick<Scene, 'timeline'>): (held: Lift) => string[] {
  const say = useWords(gridWords)
  const spoken = useLanguage()
  const effectOf = ({ less, more }: Turned): string => {
    const told = [
      ...(less >= 1 ? [say('less', { minutes: lengthOf(less, spoken) })] : []),
      ...(more >= 1 ? [say('more', { minutes: lengthOf(more, spoken) })] : []),
    ]
    return told.length > 0 ? told.join(', ') : say('same')
  }
  return ({ bars, part, tried, felt }) => {
    const [first] = bars
    if (!first) return []
    const thing = part === null ? undefined : first.after.parts.find(({ id }) => id === part)
    const { from, to } = thing ?? first.after
    const hours = { from: wallHour(from, timeline.zone), to: wallHour(to, timeline.zone) }
    const what =
      bars.length > 1
        ? say('movingMany', { count: bars.length, ...hours })
        : say('moving', {
            name: thing ? thing.name || say(thing.kind) : lengthOf((first.after.to - first.after.from) / 60_000, spoken),
            ...hours,
          })
    const told = felt ? [effectOf(felt)] : []
    if (!tried) return [what, ...told]
    const troubles = tried.troubles.slice(0, 3).map((trouble) => trouble[spoken])
    return [what, ...told, ...(troubles.length > 0 ? troubles : [say('fine')])]
  }
}
