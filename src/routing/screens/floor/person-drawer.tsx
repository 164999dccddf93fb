import { Badge } from '#ui/badge'
import { Button, ButtonRow } from '#ui/button'
import { Drawer } from '#ui/dialog'
import { Icon } from '#ui/icon'
import { useSend } from '#ui/query'
import { useLanguage } from '#ui/language'
import { toast } from '#ui/toast'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import type { PersonId } from '#base/contract'
import { listSeats, putOthersSeat } from '../../contract.ts'
import { channelWords } from '../../rules/channel-words.ts'
import { personNeeds } from '../../rules/needs-a-look.ts'
import { iconOf } from '../agent/icon-of.ts'
import { BreaksOf } from './breaks-of.tsx'
import { words as drawerWords } from './drawer-words.ts'
import type { Seen } from './page.tsx'
import { QueuesOf } from './queues-of.tsx'
import { Since } from './since.tsx'
import { words } from './words.ts'
import './drawer.css'

type Opening = { seen: Seen; id: string; onClose: () => void }

/** Somebody opened: what they hold, which queues they serve today, their breaks. */
export function PersonDrawer({ seen, id, onClose }: Opening) {
  const say = useWords(words)
  const sayMore = useWords(drawerWords)
  const now = useNow() + seen.floor.ahead_ms
  const known = seen.roster.people.find((each) => each.id === id)
  const found = seen.floor.people.get(id)
  if (!known || !found) return null
  const look = personNeeds(found, now)
  return (
    <Drawer open onClose={onClose} title={known.name}>
      <div className="floor-drawer">
        <p className="floor-person-state">
          <i data-state={found.state} aria-hidden="true" /> {say(`state_${found.state}`)}{' '}
          <span className="floor-figure"><Since at={found.since} /></span>
          {look && <Badge tone="promise" icon="warning">{say(`look_${look.why}`)}</Badge>}
        </p>
        <SetState seen={seen} id={known.id} state={found.state} />
        <Holds seen={seen} id={id} />
        {known.skills.length > 0 && (
          <section>
            <h3>{sayMore('skills')}</h3>
            <p className="floor-chips">
              {known.skills.map(({ name, level }) => (
                <Badge key={name}>{`${name} ${level}`}</Badge>
              ))}
              {known.languages.map((language) => (
                <Badge key={language} tone="info">{language}</Badge>
              ))}
            </p>
          </section>
        )}
        <QueuesOf seen={seen} person={known.id} />
        <BreaksOf seen={seen} person={known.id} />
      </div>
    </Drawer>
  )
} // prettier-ignore

function Holds({ seen, id }: { seen: Seen; id: string }) {
  const say = useWords(words)
  const sayMore = useWords(drawerWords)
  const spoken = useLanguage()
  const held = seen.floor.people.get(id)?.held ?? []
  return (
    <section>
      <h3>{sayMore('holds')}</h3>
      {held.length === 0 && <p className="floor-nothing">{sayMore('holdsNothing')}</p>}
      <ul className="floor-holds">
        {held.map(({ item, channel, queue, state, since }) => (
          <li key={item + state}>
            <Icon name={iconOf[channel]} size={16} />
            <span>
              {channelWords[channel].name[spoken]} <small>{seen.floor.queues.get(queue)?.name ?? queue} · {say(`holding_${state}`)}</small>
            </span>
            <span className="floor-figure"><Since at={since} /></span>
          </li>
        ))}
      </ul>
    </section>
  )
} // prettier-ignore

function SetState({ seen, id, state }: { seen: Seen; id: PersonId; state: string }) {
  const say = useWords(drawerWords)
  const set = useSend(putOthersSeat, {
    refetch: [listSeats],
    onDone: () => {
      toast({ tone: 'good', text: say('stateSet') })
      seen.again()
    },
  })
  if (!seen.roster.may.steer || state === 'off') return null
  const paused = state === 'paused'
  return (
    <ButtonRow>
      <Button size="small" busy={set.isPending} onPress={() => set.mutate({ person: id, state: paused ? 'ready' : 'paused', because: '' })}>
        {say(paused ? 'makeReady' : 'makePaused')}
      </Button>
    </ButtonRow>
  )
} // prettier-ignore
