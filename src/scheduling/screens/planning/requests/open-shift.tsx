import { Badge } from '#ui/badge'
import { Button, ButtonRow } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { useLanguage } from '#ui/language'
import { Panel, Stack } from '#ui/layout'
import { Person } from '#ui/person'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { deleteOpenShift, listOpenShifts, putChoice, type OpenShift } from '../../../contract/open-shifts.ts'
import { useSpanWords } from '../../mine/span-words.ts'
import { lengthOf } from '../grid/hours.ts'
import { Remarks } from '../remarks.tsx'
import { refused } from '../use-move-line.ts'
import { requestWords } from './words.ts'

type Bid = OpenShift['bids'][number]
type Of = { offered: OpenShift; zone: string }

/** A shift that is offered, who would work it, and the choice. */
export function OneOpen({ offered, zone }: Of) {
  const say = useWords(requestWords)
  const spoken = useLanguage()
  const shift = useSpanWords(zone)
  const choose = useChoosing(offered)
  const withdraw = useSend(deleteOpenShift, { refetch: [listOpenShifts] })
  const when = new Date(offered.closes_at).toLocaleString(spoken === 'fr' ? 'fr-FR' : 'en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: zone })
  const manages = offered.may.includes('choose')
  const waiting = offered.bids.some(({ chosen }) => !chosen)
  return (
    <Panel title={shift(offered)} actions={<Badge>{say('places', { taken: offered.taken, places: offered.places })}</Badge>}>
      <Stack gap={2}>
        <p className="scheduling-quiet">{[say(offered.rule), say('closes', { when }), ...offered.teams.map(({ name }) => name)].join(' · ')}</p>
        {offered.note && <p>{offered.note}</p>}
        {offered.bids.length === 0 && <p className="scheduling-quiet">{say('noBidsYet')}</p>}
        <ul className="scheduling-bids">
          {offered.bids.map((bid) => (
            <OneBid key={bid.person.id} bid={bid} onChoose={manages && !bid.chosen ? () => choose.mutate({ id: offered.id, people: [bid.person.id] }) : null} />
          ))}
        </ul>
        <ButtonRow>
          {manages && waiting && offered.rule !== 'by_hand' && <Button size="small" busy={choose.isPending} onPress={() => choose.mutate({ id: offered.id })}>{say('byRule')}</Button>}
          {offered.may.includes('withdraw') && <Confirm label={say('withdraw')} question={say('withdrawSure', { count: offered.bids.filter(({ chosen }) => !chosen).length })} yes={say('withdraw')} size="small" tone="quiet" onYes={() => withdraw.mutate({ id: offered.id })} />}
        </ButtonRow>
      </Stack>
    </Panel>
  )
} // prettier-ignore

/** Whoever got it is named: by the rule nobody else did it. */
function useChoosing({ taken }: OpenShift) {
  const say = useWords(requestWords)
  return useSend(putChoice, {
    refetch: [listOpenShifts],
    onDone: (now) => {
      const got = now.bids.filter(({ chosen }) => chosen).map(({ person }) => person.name)
      toast(now.taken > taken ? { text: say('given', { names: got.join(', ') }), tone: 'good' } : { text: say('givenToNobody') })
    },
    onError: (error) => refused(error),
  })
}

function OneBid({ bid: { person, chosen, saturdays, extra_min, troubles }, onChoose }: { bid: Bid; onChoose: (() => void) | null }) {
  const say = useWords(requestWords)
  const spoken = useLanguage()
  const barred = troubles.some(({ hard }) => hard)
  return (
    <li>
      <Person person={person} />
      <small>{[say('saturdays', { count: saturdays }), ...(extra_min > 0 ? [say('extra', { hours: lengthOf(extra_min, spoken) })] : [])].join(' · ')}</small>
      {chosen && <Badge tone="good" icon="check">{say('chosen')}</Badge>}
      {onChoose && <Button size="small" icon="check" isDisabled={barred} aria-label={say('choose', { name: person.name })} onPress={onChoose}>{say('grant')}</Button>}
      {troubles.length > 0 && <Remarks troubles={troubles} />}
    </li>
  )
} // prettier-ignore
