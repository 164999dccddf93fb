import { Button } from '#ui/button'
import { Menu } from '#ui/menu'
import { Panel } from '#ui/layout'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import type { MySeat } from '../../contract.ts'
import { stand } from './deeds.ts'
import { words } from './seat-words.ts'

const BECAUSE = ['pause', 'lunch', 'meeting', 'training', 'other'] as const
const CODES = ['unanswered', 'busy', 'away', 'offline'] as const // written by programs; what people write stays as it is
const SHORT_MINUTES = [5, 15] as const

/** Ready or not, why, until when. */
export function SeatState({ seat }: { seat: MySeat }) {
  const say = useWords(words)
  return (
    <Panel>
      <div className="routing-state" data-state={seat.state}>
        <p>
          <i aria-hidden="true" />
          <strong>{useStateWords(seat)}</strong>
          {seat.state === 'paused' && seat.until && (
            <small>
              {say('pausedUntil')} <Time at={seat.until} as="hour" />
            </small>
          )}
        </p>
        <p className="routing-quiet">{say(`${seat.state}Text`)}</p>
        {seat.state === 'paused' && (
          <Button tone="primary" icon="check" onPress={() => void stand({ state: 'ready', channels: seat.paused_channels })}>
            {say('resume')}
          </Button>
        )}
        {seat.state === 'ready' && <PauseMenu />}
      </div>
    </Panel>
  )
}

function useStateWords({ state, because }: MySeat): string {
  const say = useWords(words)
  if (state !== 'paused' || !because) return say(state)
  const of = CODES.find((code) => code === because)
  return say('pausedBecause', { because: of ? say(`because_${of}`) : because })
}

function PauseMenu() {
  const say = useWords(words)
  const short = SHORT_MINUTES.map((minutes) => ({
    id: `for-${minutes}`,
    label: say('forMinutes', { label: say('because_pause'), minutes }),
    run: () =>
      void stand({ state: 'paused', because: say('because_pause'), until: new Date(Date.now() + minutes * 60_000).toISOString() }),
  }))
  const open = BECAUSE.map((why) => {
    const label = say(`because_${why}`)
    return { id: why, label, run: () => void stand({ state: 'paused', because: label }) }
  })
  return (
    <Menu
      label={say('pause')}
      groups={[{ choices: short }, { choices: open }]}
      trigger={
        <Button icon="moon">
          {say('pause')}
        </Button>
      }
    />
  )
} // prettier-ignore
