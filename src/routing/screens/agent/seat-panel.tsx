import { Link, useRouter } from '@tanstack/react-router'
import { DESKTOP, ring, SOUND } from '#ui/chime'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Switch } from '#ui/choice'
import { Drawer } from '#ui/dialog'
import { Icon } from '#ui/icon'
import { Panel, Stack } from '#ui/layout'
import { useRemembered } from '#ui/remembered'
import { Amount } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import type { MySeat } from '../../contract.ts'
import { Breaks } from './breaks.tsx'
import { iconOf } from './icon-of.ts'
import { askForNext, finish, pageOf, stand } from './deeds.ts'
import { Pips } from './pips.tsx'
import { openSeat, useSeatOpen } from './seat-open.ts'
import { words } from './seat-words.ts'
import { SeatState } from './seat-state.tsx'
import { useHeld } from './use-held.ts'

/** How I stand before my work, beside whatever page is open. What ends by itself (a chat, an answered mail, a task) needs no button. */
export function SeatPanel() {
  const say = useWords(words)
  const { seat } = useHeld()
  const open = useSeatOpen()
  if (!seat) return null
  return (
    <Drawer open={open} onClose={() => openSeat(false)} title={say('title')}>
      <Stack>
        <SeatState seat={seat} />
        <InHand seat={seat} />
        <Queues seat={seat} />
        <Channels seat={seat} />
        <Breaks />
        <OnThisDevice />
      </Stack>
    </Drawer>
  )
}

function InHand({ seat }: { seat: MySeat }) {
  const say = useWords(words)
  const router = useRouter()
  const next = async () => {
    const path = await askForNext()
    if (!path) return
    openSeat(false)
    await router.navigate({ to: path as never }) // a page of the desk's own list
  }
  return (
    <Panel title={say('inHand')}>
      <p className="routing-load">
        <Pips {...seat.load} /> {say('load')} <Amount value={Math.min(1, seat.load.used / Math.max(1, seat.load.most))} style="percent" />
      </p>
      {seat.items.length === 0 ? (
        <p className="routing-quiet">{say('nothingInHand')}</p>
      ) : (
        <ul className="routing-hand">
          {seat.items.map((item) => (
            <li key={item.id}>
              <Icon name={iconOf[item.channel]} size={16} />
              {item.case || item.subject_id ? (
                <Link to={pageOf(item)} onClick={() => openSeat(false)}>
                  {item.title}
                </Link>
              ) : (
                <span>{item.title}</span>
              )}
              {item.kind === 'given' && (
                <Button size="small" tone="quiet" icon="check" onPress={() => void finish(item.id)}>
                  {say('done')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {seat.pull.length > 0 && (
        <Button icon="right" isDisabled={seat.state !== 'ready' || seat.pull.every(({ waiting }) => waiting === 0)} onPress={() => void next()}>
          {say('next')}
        </Button>
      )}
    </Panel>
  )
} // prettier-ignore

function Queues({ seat }: { seat: MySeat }) {
  const say = useWords(words)
  const asked = new Set(seat.pull.map(({ key }) => key))
  return (
    <Panel title={say('queues')}>
      {seat.queues.length === 0 && <p className="routing-quiet">{say('noQueues')}</p>}
      <ul className="routing-queues">
        {seat.queues.map((queue) => (
          <li key={queue.key}>
            {queue.name} {asked.has(queue.key) && <Badge>{say('pull')}</Badge>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const CHANNELS = ['phone', 'chat', 'visit', 'call_back', 'email', 'form', 'letter', 'task'] as const // those the house has doors for

function Channels({ seat }: { seat: MySeat }) {
  const say = useWords(words)
  const paused = new Set(seat.paused_channels)
  const turn = (channel: string, on: boolean) => {
    const channels = on ? seat.paused_channels.filter((each) => each !== channel) : [...seat.paused_channels, channel]
    void stand({ state: 'ready', channels })
  }
  return (
    <Panel title={say('channels')}>
      <p className="routing-quiet">{say('channelsText')}</p>
      <div className="routing-channels">
        {CHANNELS.map((channel) => (
          <Switch key={channel} isSelected={!paused.has(channel)} isDisabled={seat.state === 'off'} onChange={(on) => turn(channel, on)}>
            {say(channel)}
          </Switch>
        ))}
      </div>
    </Panel>
  )
} // prettier-ignore

function OnThisDevice() {
  const say = useWords(words)
  const [sound, setSound] = useRemembered(SOUND, false)
  const [desktop, setDesktop] = useRemembered(DESKTOP, false)
  const chooseSound = (on: boolean) => {
    setSound(on)
    if (on) ring() // one hears what one has chosen
  }
  const chooseDesktop = async (on: boolean) => {
    const allowed = on && 'Notification' in globalThis && (await Notification.requestPermission()) === 'granted'
    setDesktop(allowed)
    if (on && !allowed) toast({ tone: 'danger', text: say('desktopRefused'), seconds: 8 })
  }
  return (
    <Panel title={say('device')}>
      <Stack gap={2}>
        <Switch isSelected={sound} onChange={chooseSound}>
          {say('sound')}
        </Switch>
        <Switch isSelected={desktop} onChange={(on) => void chooseDesktop(on)}>
          {say('desktop')}
        </Switch>
      </Stack>
    </Panel>
  )
}
