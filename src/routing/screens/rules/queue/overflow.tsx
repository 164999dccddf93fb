import { Button, IconButton } from '#ui/button'
import { Switch } from '#ui/choice'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { queueName, type Overflow } from '../../../contract/rulebook.ts'
import { ElsewhereField } from './elsewhere-field.tsx'
import { Amount, Length } from './inputs.tsx'
import type { Editing } from './queue-editor.tsx'
import { turnWords } from './turn-words.ts'

const WAIT_S = 300
const LONGER_THAN = 10
const MOST = 6

/** When work moves on, how many may wait, and when a call-back is offered instead. */
export function OverflowPart(editing: Editing) {
  const { queue, set } = editing
  const say = useWords(turnWords)
  return (
    <div className="routing-fields">
      <Moves {...editing} />
      <Switch isSelected={queue.most_waiting !== null} onChange={(on) => set({ most_waiting: on ? { count: 20, otherwise: { does: 'refuse' } } : null })}>
        {say('bound')}
      </Switch>
      {queue.most_waiting && <Bound {...editing} />}
      <Switch isSelected={queue.call_back !== null} onChange={(on) => set({ call_back: on ? { after_s: WAIT_S } : null })}>
        {say('callBack')}
      </Switch>
      {queue.call_back && <Length label={say('callBackAfter')} value={queue.call_back.after_s} onChange={(after_s) => set({ call_back: { after_s } })} />}
    </div>
  )
} // prettier-ignore

function Bound({ book, queue, set }: Editing) {
  const say = useWords(turnWords)
  const bound = queue.most_waiting
  if (!bound) return null
  return (
    <>
      <Amount label={say('mostWaiting')} least={0} most={100_000} value={bound.count} onChange={(count) => set({ most_waiting: { ...bound, count } })} />
      <ElsewhereField label={say('andThen')} says="then" value={bound.otherwise} book={book} not={queue.key} onChange={(otherwise) => set({ most_waiting: { ...bound, otherwise } })} />
    </>
  )
} // prettier-ignore

function Moves({ book, queue, set }: Editing) {
  const say = useWords(turnWords)
  const others = book.book.queues.filter(({ key }) => key !== queue.key).map((each) => ({ id: each.key, label: queueName(each) }))
  const { overflow } = queue
  const put = (at: number, change: Overflow): void => set({ overflow: overflow.map((each, place) => (place === at ? change : each)) })
  return (
    <>
      {overflow.length === 0 && <small>{say('noOverflow')}</small>}
      {overflow.map((move, at) => (
        <Move key={at} move={move} at={at} others={others} onChange={(changed) => put(at, changed)} onRemove={() => set({ overflow: overflow.filter((_, place) => place !== at) })} />
      ))}
      {overflow.length < MOST && others.length > 0 && (
        <div>
          <Button size="small" icon="plus" onPress={() => set({ overflow: [...overflow, { when: { after_s: WAIT_S }, to: others[0]!.id }] })}>
            {say('addOverflow')}
          </Button>
        </div>
      )}
    </>
  )
} // prettier-ignore

type Moving = {
  move: Overflow
  at: number
  others: readonly { id: string; label: string }[]
  onChange: (move: Overflow) => void
  onRemove: () => void
}

function Move({ move: { when, to }, at, others, onChange, onRemove }: Moving) {
  const say = useWords(turnWords)
  const kind = 'after_s' in when ? 'afterWait' : 'longerThan'
  const kinds = (['afterWait', 'longerThan'] as const).map((id) => ({ id, label: say(id) }))
  const choose = (id: typeof kind): void => onChange({ to, when: id === 'afterWait' ? { after_s: WAIT_S } : { longer_than: LONGER_THAN } })
  return (
    <div className="routing-step" role="group" aria-label={say('overflowN', { at: at + 1 })}>
      <Select label={say('whenOverflow')} hideLabel options={kinds} value={kind} onChange={choose} />
      {'after_s' in when
        ? <Length label={say('afterWait')} hideLabel value={when.after_s} onChange={(after_s) => onChange({ to, when: { after_s: Math.max(1, after_s) } })} />
        : <Amount label={say('count')} hideLabel least={1} most={100_000} value={when.longer_than} onChange={(longer_than) => onChange({ to, when: { longer_than } })} />}
      <Select label={say('toQueue')} hideLabel options={others} value={to} onChange={(next) => onChange({ when, to: next })} />
      <IconButton size="small" icon="close" label={say('removeOverflow', { at: at + 1 })} onPress={onRemove} />
    </div>
  )
} // prettier-ignore
