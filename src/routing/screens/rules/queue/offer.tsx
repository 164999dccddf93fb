import { Segments, Switch } from '#ui/choice'
import { useWords } from '#ui/words'
import type { Queue } from '../../../contract/rulebook.ts'
import { Amount, Length } from './inputs.tsx'
import type { Editing } from './queue-editor.tsx'
import { turnWords } from './turn-words.ts'

/** How it is offered, and the time to write up afterwards. */
export function OfferPart({ queue, set }: Editing) {
  const say = useWords(turnWords)
  const { offer } = queue
  const put = (change: Partial<Queue['offer']>): void => set({ offer: { ...offer, ...change } })
  const modes = (['push', 'pull'] as const).map((id) => ({ id, label: say(id) }))
  return (
    <div className="routing-fields">
      <Segments label={say('mode')} options={modes} value={queue.mode} onChange={(mode) => set({ mode })} />
      {queue.mode === 'push' && (
        <>
          <Switch isSelected={offer.auto_accept} onChange={(auto_accept) => put({ auto_accept })} detail={say('autoAcceptDetail')}>
            {say('autoAccept')}
          </Switch>
          {!offer.auto_accept && (
            <div className="routing-pair">
              <Length label={say('answerWithin')} value={offer.rings_s} onChange={(rings_s) => put({ rings_s: Math.min(3_600, Math.max(3, rings_s)) })} />
              <Length label={say('declinedFor')} value={offer.declined_for_s} onChange={(declined_for_s) => put({ declined_for_s })} />
              <Amount label={say('awayAfter')} hint={say('neverAway')} least={1} most={20} value={offer.away_after} onChange={(away_after) => put({ away_after })} onEmpty={() => put({ away_after: null })} />
            </div>
          )}
        </>
      )}
      <div className="routing-pair">
        <Length label={say('wrapUp')} hint={say('wrapUpHint')} value={queue.wrap_up.most_s} onChange={(most_s) => set({ wrap_up: { most_s } })} />
        <Length label={say('lasts')} hint={say('lastsHint')} optional value={queue.lasts_s} onChange={(lasts_s) => set({ lasts_s })} onEmpty={() => set({ lasts_s: null })} />
      </div>
      <Switch isSelected={queue.accountable} onChange={(accountable) => set({ accountable })} detail={say('accountableDetail')}>
        {say('accountable')}
      </Switch>
    </div>
  )
} // prettier-ignore
