import { useMemo, useState } from 'react'
import { useMe } from '#access/screens'
import { addSkill, listSkills } from '#staff/contract'
import { Button } from '#ui/button'
import { Segments } from '#ui/choice'
import { Empty } from '#ui/empty'
import { SearchField, TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { useSend } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import type { Ability } from '../../../contract/abilities.ts'
import { getRulesHouse } from '../../../contract/rulebook-endpoints.ts'
import { fold } from '../../../rules/fold.ts'
import type { Book } from '../use-book.ts'
import { columnsOf, modes, type Column, type Mode } from './columns.ts'
import { Grid } from './grid.tsx'
import { usePeople } from './use-people.ts'
import { gridWords } from './words.ts'

const EVERYBODY = 'all'

/** Who can do what, for a whole team at once: a sheet one fills with the digits of the keyboard. */
export function PeopleGrid({ book }: { book: Book }) {
  const say = useWords(gridWords)
  const spoken = useLanguage()
  const { may } = useMe()
  const [mode, setMode] = useState<Mode>('skills')
  const [team, setTeam] = useState(EVERYBODY)
  const [sought, setSought] = useState('')
  const takers = useMemo(() => book.house.people.filter(({ takes }) => takes), [book.house.people])
  const { people, set, saving } = usePeople(takers)
  const shown = people.filter((each) => (team === EVERYBODY || each.teams.includes(team)) && fold(each.name).includes(fold(sought)))
  const columns = columnsOf(mode, { house: book.house, book: book.book, spoken })
  const edits = mode === 'skills' ? may('staff.manage') : book.mayManage
  return (
    <div className="routing-rules">
      <div className="routing-grid-tools">
        <Segments label={say('mode')} options={modes.map((id) => ({ id, label: say(id) }))} value={mode} onChange={setMode} />
        {book.house.teams.length > 0 && <Select label={say('team')} hideLabel options={[{ id: EVERYBODY, label: say('everybody') }, ...book.house.teams.map(({ id, name }) => ({ id, label: name }))]} value={team} onChange={setTeam} />}
        {takers.length > 12 && <SearchField label={say('search')} value={sought} onChange={setSought} />}
        <small role="status">{saving > 0 ? say('saving') : ''}</small>
      </div>
      <p className="routing-lead">{say(`${mode}Text`)} {edits && say('keysText')}</p>
      <Sheet columns={columns} people={shown} edits={edits} set={set} mode={mode} />
      {mode === 'skills' && edits && <NewSkill />}
    </div>
  )
} // prettier-ignore

type Sheeting = {
  columns: readonly Column[]
  people: readonly Ability[]
  edits: boolean
  mode: Mode
  set: ReturnType<typeof usePeople>['set']
}

function Sheet({ columns, people, edits, mode, set }: Sheeting) {
  const say = useWords(gridWords)
  if (people.length === 0)
    return (
      <Empty drawing="search" title={say('nobody')}>
        {say('nobodyText')}
      </Empty>
    )
  if (columns.length === 0) return <p className="routing-same">{say(mode === 'skills' ? 'noSkills' : 'noColumns')}</p>
  return <Grid key={mode} columns={columns} people={people} edits={edits} onSet={(person, column, value) => set(person.person, (now) => column.change(now, value))} />
} // prettier-ignore

function NewSkill() {
  const say = useWords(gridWords)
  const [name, setName] = useState('')
  const add = useSend(addSkill, { refetch: [getRulesHouse, listSkills], onDone: () => setName('') })
  return (
    <form
      className="routing-new-skill"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) add.mutate({ name: name.trim() })
      }}
    >
      <TextField label={say('newSkill')} value={name} onChange={setName} maxLength={100} />
      <Button type="submit" icon="plus" isDisabled={!name.trim()} busy={add.isPending}>
        {say('addSkill')}
      </Button>
    </form>
  )
}
