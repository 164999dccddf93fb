import { Link, useRouter } from '@tanstack/react-router'
import { Badge } from '#ui/badge'
import { Button, IconButton } from '#ui/button'
import { Icon } from '#ui/icon'
import { useCommands } from '#ui/keys'
import { Faces } from '#ui/person'
import { useWords } from '#ui/words'
import type { Case } from '../../contract.ts'
import { beside } from '../lists/walk.ts'
import { words } from './case-words.ts'
import type { Deed } from './deeds.tsx'
import { Handlers } from './handlers.tsx'
import { PriorityChoice } from './priority.tsx'
import { Owners } from './owners.tsx'
import type { Company } from './presence.ts'
import { Subject } from './subject.tsx'

type Heading = { found: Case; deeds: readonly Deed[]; company: Company; onBeside: () => void }

/** Number, subject, state; who answers for it; what can be done. */
export function Head({ found, deeds, company, onBeside }: Heading) {
  const say = useWords(words)
  const open = found.status === 'open'
  return (
    <header className="cases-head">
      <div className="cases-head-top">
        <Link to="/" className="cases-back" aria-label={say('back')}>
          <Icon name="left" size={18} />
          <span>{say('back')}</span>
        </Link>
        <span className="cases-number">{say('number', { number: found.number })}</span>
        <Badge tone={open ? 'accent' : 'neutral'} icon={open ? 'cases' : 'check'}>
          {say(open ? 'open' : 'closed')}
        </Badge>
        <PriorityChoice found={found} />
        <Handlers found={found} />
        <Watching company={company} />
        <Walk id={found.id} />
        <span className="cases-beside">
          <IconButton icon="people" size="small" label={say('showSide')} onPress={onBeside} />
        </span>
      </div>
      <Subject key={found.id} found={found} />
      <div className="cases-head-foot">
        <Owners found={found} />
        <div className="cases-deeds" role="group" aria-label={say('actions')}>
          {deeds
            .filter(({ inBar }) => inBar)
            .map((deed) => (
              <Button
                key={deed.id}
                icon={deed.icon}
                keys={deed.keys.toUpperCase()}
                busy={deed.busy ?? false}
                tone={deed.id === 'case.take' ? 'primary' : 'plain'}
                onPress={deed.run}
              >
                {deed.label}
              </Button>
            ))}
        </div>
      </div>
    </header>
  )
}

function Watching({ company: { looking, typing } }: { company: Company }) {
  const say = useWords(words)
  const names = (people: Company['looking']) => ({ count: people.length, names: people.map(({ name }) => name).join(', ') })
  if (looking.length === 0) return null
  return (
    <span className="cases-watching" role="status">
      <Faces people={looking} label={say('looking', names(looking))} />
      <small>{typing.length > 0 ? say('typing', names(typing)) : say('looking', names(looking))}</small>
    </span>
  )
}

/** On through the list one came from. */
function Walk({ id }: { id: string }) {
  const say = useWords(words)
  const router = useRouter()
  const { before, after, place, of } = beside(id)
  const go = (to: string | null) => () => {
    if (to) void router.navigate({ to: `/cases/${to}` })
  }
  useCommands([
    { id: 'case.after', label: say('after'), group: say('group'), keys: 'j', icon: 'down', run: go(after) },
    { id: 'case.before', label: say('before'), group: say('group'), keys: 'k', icon: 'up', run: go(before) },
    {
      id: 'case.back',
      label: say('back'),
      group: say('group'),
      keys: 'u',
      icon: 'left',
      run: () => void router.navigate({ to: '/' }),
    },
  ])
  if (of < 2) return null
  return (
    <span className="cases-walk">
      <small>{say('placeOf', { place, of })}</small>
      <IconButton icon="up" size="small" label={say('before')} keys="K" isDisabled={before === null} onPress={go(before)} />
      <IconButton icon="down" size="small" label={say('after')} keys="J" isDisabled={after === null} onPress={go(after)} />
    </span>
  )
}
