import type { Case } from '#cases/contract'
import { getSession } from '#access/contract'
import { Button } from '#ui/button'
import { Icon } from '#ui/icon'
import { Panel } from '#ui/layout'
import { useLive } from '#ui/live'
import { refetch, useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getCaseRouting, putItemFinished, putItemTaken, type ItemWithOffers } from '../../contract.ts'
import { readHeld } from './held.ts'
import { iconOf } from './icon-of.ts'
import { words } from './receipt-words.ts'
import { StoryOfItem } from './story.tsx'
import './receipt.css'

const CHANGES = [
  'routing.arrived',
  'routing.offered',
  'routing.offer_ended',
  'routing.taken',
  'routing.moved',
  'routing.back',
  'routing.ended',
]

/** Beside a case: who has it in hand and why it came to them, each decision unfolded. A case that was never routed shows nothing. */
export function RoutingPanel({ found }: { found: Case }) {
  const say = useWords(words)
  const routed = useAsk(getCaseRouting, { id: found.id }, { staleSeconds: 60 }).data?.items
  useLive(CHANGES, (event) => event.case_id === found.id && void refetch(getCaseRouting))
  const [latest, ...earlier] = routed ?? []
  if (!latest) return null
  return (
    <Panel title={say('panel')}>
      <OneItem item={latest} />
      {earlier.length > 0 && (
        <details className="routing-earlier">
          <summary>{say('earlier', { count: earlier.length })}</summary>
          {earlier.map((item) => (
            <OneItem key={item.id} item={item} />
          ))}
        </details>
      )}
    </Panel>
  )
}

function OneItem({ item }: { item: ItemWithOffers }) {
  const say = useWords(words)
  const me = useAsk(getSession, {}, { staleSeconds: 300 }).data
  const mine = item.person !== null && item.person.id === me?.person?.id
  return (
    <section className="routing-item">
      <p className="routing-item-now">
        <Icon name={iconOf[item.channel]} size={16} /> <span>{useStanding(item)}</span>
      </p>
      <Deeds item={item} mine={mine} may={me?.permissions.includes('routing.take') ?? false} />
      <details>
        <summary>{say(mine ? 'whyMe' : 'why')}</summary>
        <StoryOfItem item={item} />
      </details>
    </section>
  )
}

function useStanding({ state, queue, person, offered_to, ended_as }: ItemWithOffers): string {
  const say = useWords(words)
  if (state === 'waiting') return say('waiting', { queue: queue.name })
  if (state === 'offered') return say('offered', { names: offered_to.map(({ name }) => name).join(', ') })
  if (state === 'in_hand') return say('in_hand', { name: person?.name ?? '' })
  if (ended_as === 'done') return person ? say('over_done', { name: person.name }) : say('over_doneByNobody')
  return say(`over_${ended_as ?? 'withdrawn'}`)
}

function Deeds({ item, mine, may }: { item: ItemWithOffers; mine: boolean; may: boolean }) {
  const say = useWords(words)
  const after = { refetch: [getCaseRouting], onDone: () => void readHeld() }
  const finish = useSend(putItemFinished, after)
  const take = useSend(putItemTaken, {
    ...after,
    onDone: () => {
      toast({ tone: 'good', text: say('taken') })
      void readHeld()
    },
  })
  if (item.kind === 'given' && mine && item.state === 'in_hand')
    return (
      <Button size="small" icon="check" busy={finish.isPending} onPress={() => finish.mutate({ id: item.id })}>
        {say('done')}
      </Button>
    )
  if (!may || (item.state !== 'waiting' && item.state !== 'offered')) return null
  return (
    <Button size="small" icon="take" busy={take.isPending} onPress={() => take.mutate({ id: item.id })}>
      {say('take')}
    </Button>
  )
}
