import { Radios } from '#ui/choice'
import { useWords } from '#ui/words'
import type { Queue, QueuePriority } from '../../../contract/rulebook.ts'
import { Amount, Length } from './inputs.tsx'
import type { Editing } from './queue-editor.tsx'
import { turnWords } from './turn-words.ts'

const DAY_S = 86_400
const paces = ['by_channel', 'instant', 'deferred'] as const

/** What passes before what: the pace, the head starts, the patience that is given back. */
export function PriorityPart({ queue, set }: Editing) {
  const say = useWords(turnWords)
  const { pace, priority } = queue
  const put = (change: Partial<QueuePriority>): void => set({ priority: { ...priority, ...change } })
  const choose = (kind: Queue['pace']['kind']): void => set({ pace: kind === 'deferred' ? { kind, due_within_s: DAY_S, keep_free: 0 } : { kind } })
  return (
    <div className="routing-fields">
      <Radios label={say('pace')} options={paces.map((id) => ({ id, label: say(id), detail: say(`${id}Text`) }))} value={pace.kind} onChange={choose} />
      {pace.kind === 'deferred' && (
        <div className="routing-pair">
          <Length label={say('dueWithin')} value={pace.due_within_s} onChange={(due_within_s) => set({ pace: { ...pace, due_within_s: Math.max(1, due_within_s) } })} />
          <Amount label={say('keepFree')} least={0} most={500} value={pace.keep_free} onChange={(keep_free) => set({ pace: { ...pace, keep_free } })} />
        </div>
      )}
      <div className="routing-pair">
        <Amount label={say('headStart')} hint={say('headStartHint')} least={-10_000} most={10_000} value={priority.head_start_min} onChange={(head_start_min) => put({ head_start_min })} />
        <Amount label={say('ageing')} least={0} most={100} whole={false} value={priority.ageing} onChange={(ageing) => put({ ageing })} />
      </div>
      <fieldset className="routing-set">
        <legend>{say('minutesAhead')}</legend>
        <div className="routing-four">
          {(['urgent', 'high', 'normal', 'low'] as const).map((each) => (
            <Amount key={each} label={say(each)} least={-10_000} most={10_000} value={priority.case_min[each]} onChange={(min) => put({ case_min: { ...priority.case_min, [each]: min } })} />
          ))}
        </div>
      </fieldset>
      <fieldset className="routing-set">
        <legend>{say('owed')}</legend>
        <div className="routing-pair">
          <Amount label={say('earlier')} least={0} most={10_000} value={priority.earlier_contact_min} onChange={(earlier_contact_min) => put({ earlier_contact_min })} />
          <Amount label={say('counter')} least={0} most={10} whole={false} value={priority.counter_min} onChange={(counter_min) => put({ counter_min })} />
        </div>
      </fieldset>
    </div>
  )
} // prettier-ignore
