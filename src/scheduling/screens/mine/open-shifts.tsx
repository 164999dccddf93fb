import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { deleteBid, listOpenShifts, putBid, type OpenShift } from '../../contract/open-shifts.ts'
import { listMyShifts } from '../../contract/shifts.ts'
import { refused } from '../planning/use-move-line.ts'
import { useSpanWords } from './span-words.ts'
import { Mind, WhyNot } from './why-not.tsx'
import { words } from './words.ts'

/** What is offered to whoever wants it. */
export function OpenShifts({ zone }: { zone: string }) {
  const say = useWords(words)
  const asked = useAsk(listOpenShifts, { past: false, limit: 30 })
  const items = asked.data?.items.filter(({ state, mine }) => state === 'open' || mine !== 'none') ?? []
  return (
    <Panel title={say('open')}>
      {items.length === 0 && <p className="scheduling-quiet">{say('noOpen')}</p>}
      <ul className="scheduling-asks">
        {items.map((each) => (
          <One key={each.id} offered={each} zone={zone} />
        ))}
      </ul>
    </Panel>
  )
}

function One({ offered, zone }: { offered: OpenShift; zone: string }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const span = useSpanWords(zone)
  const bid = useSend(putBid, {
    refetch: [listOpenShifts, listMyShifts],
    onDone: ({ mine }) => toast({ text: say(mine === 'chosen' ? 'mine_chosen' : 'mine_bid'), tone: 'good' }),
    onError: (error) => refused(error),
  })
  const unbid = useSend(deleteBid, { refetch: [listOpenShifts] })
  const when = new Date(offered.closes_at).toLocaleString(spoken === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  })
  return (
    <li>
      <p>
        <strong>{span(offered)}</strong>
      </p>
      <p className="scheduling-quiet">
        {[
          say('placesLeft', { count: offered.places - offered.taken }),
          say('closes', { when }),
          ...(offered.site ? [offered.site] : []),
        ].join(' · ')}
      </p>
      {offered.note && <p>{offered.note}</p>}
      {offered.mine !== 'none' && (
        <Badge tone={offered.mine === 'chosen' ? 'good' : offered.mine === 'bid' ? 'info' : 'neutral'}>
          {say(`mine_${offered.mine}`)}
        </Badge>
      )}
      <WhyNot troubles={offered.why_not} />
      {offered.may.includes('bid') && <Mind troubles={offered.mind} />}
      {offered.may.includes('bid') && (
        <Button size="small" tone="primary" icon="plus" busy={bid.isPending} onPress={() => bid.mutate({ id: offered.id })}>
          {say('bid')}
        </Button>
      )}
      {offered.may.includes('unbid') && (
        <Button size="small" tone="quiet" busy={unbid.isPending} onPress={() => unbid.mutate({ id: offered.id })}>
          {say('unbid')}
        </Button>
      )}
    </li>
  )
}
