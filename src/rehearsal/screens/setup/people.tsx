import type { ReactNode } from 'react'
import { ChoosePerson, ChooseTeam } from '#staff/screens'
import { Button, IconButton } from '#ui/button'
import { TextField } from '#ui/field'
import { useWords } from '#ui/words'
import type { Added, Away, Moved, Setup } from './setup.ts'
import { words } from './words.ts'

type Asking = { setup: Setup; change: (part: Partial<Setup>) => void }

/** More people, other teams, somebody away; nobody's real hours are touched. */
export function PeopleChanges({ setup: { added, moved, away }, change }: Asking) {
  const say = useWords(words)
  const key = 1 + Math.max(0, ...[...added, ...moved, ...away].map((one) => one.key))
  return (
    <fieldset className="rehearsal-people">
      <legend>{say('people')}</legend>
      {added.map((one) => (
        <AddedLine
          key={one.key}
          one={one}
          change={(part) => change({ added: replaced(added, one, part) })}
          onDrop={() => change({ added: without(added, one) })}
        />
      ))}
      {moved.map((one) => (
        <Line key={one.key} onDrop={() => change({ moved: without(moved, one) })}>
          <ChoosePerson
            label={say('who')}
            value={one.person}
            onChange={(person) => change({ moved: replaced<Moved>(moved, one, { person }) })}
          />
          <ChooseTeam
            label={say('toTeam')}
            value={one.team}
            onChange={(team) => change({ moved: replaced<Moved>(moved, one, { team }) })}
          />
        </Line>
      ))}
      {away.map((one) => (
        <Line key={one.key} onDrop={() => change({ away: without(away, one) })}>
          <ChoosePerson
            label={`${say('removePerson')}`}
            value={one.person}
            onChange={(person) => change({ away: replaced<Away>(away, one, { person }) })}
          />
        </Line>
      ))}
      <div className="ui-button-row">
        <Button
          size="small"
          icon="plus"
          onPress={() => change({ added: [...added, { key, count: '1', like: null, team: null, from: '09:00', to: '17:00' }] })}
        >
          {say('addPeople')}
        </Button>
        <Button size="small" icon="right" onPress={() => change({ moved: [...moved, { key, person: null, team: null }] })}>
          {say('movePerson')}
        </Button>
        <Button size="small" icon="minus" onPress={() => change({ away: [...away, { key, person: null }] })}>
          {say('removePerson')}
        </Button>
      </div>
    </fieldset>
  )
}

function AddedLine({ one, change, onDrop }: { one: Added; change: (part: Partial<Added>) => void; onDrop: () => void }) {
  const say = useWords(words)
  return (
    <Line onDrop={onDrop}>
      <TextField label={say('count')} inputMode="numeric" value={one.count} onChange={(count) => change({ count })} />
      <ChoosePerson label={say('like')} value={one.like} onChange={(like) => change({ like })} />
      {!one.like && (
        <>
          <ChooseTeam label={say('team')} value={one.team} onChange={(team) => change({ team })} />
          <TextField label={say('startsAt')} value={one.from} placeholder="09:00" onChange={(from) => change({ from })} />
          <TextField label={say('endsAt')} value={one.to} placeholder="17:00" onChange={(to) => change({ to })} />
        </>
      )}
    </Line>
  )
}

function Line({ children, onDrop }: { children: ReactNode; onDrop: () => void }) {
  const say = useWords(words)
  return (
    <div className="rehearsal-person">
      {children}
      <IconButton icon="close" size="small" label={say('drop')} onPress={onDrop} />
    </div>
  )
}

const without = <One extends { key: number }>(list: readonly One[], one: One): One[] => list.filter(({ key }) => key !== one.key)
const replaced = <One extends { key: number }>(list: readonly One[], one: One, part: Partial<One>): One[] =>
  list.map((each) => (each.key === one.key ? { ...each, ...part } : each))
