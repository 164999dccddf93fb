import { useState } from 'react'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { casePriorities, workChannels, type Takes } from '../../../contract/rulebook.ts'
import { channelWords } from '../../../rules/channel-words.ts'
import { capital, languageName } from '../../../rules/words/phrases.ts'
import { casePriorityWords, flagWords, knownFlags } from '../../../rules/words/takes.ts'
import { AddMenu, Several, type Option } from './inputs.tsx'
import type { Editing } from './queue-editor.tsx'
import { words } from './words.ts'

const lists = ['reasons', 'languages', 'brands', 'entry_points', 'flags', 'priorities', 'degrees'] as const
type List = (typeof lists)[number]

/** What goes into the queue: the channels, and whatever else was asked; the rest can be added. */
export function TakesPart({ book, queue, set }: Editing) {
  const say = useWords(words)
  const spoken = useLanguage()
  const [shown, setShown] = useState<readonly (List | 'when')[]>([])
  const { takes } = queue
  const put = (change: Partial<Takes>): void => set({ takes: { ...takes, ...change } })
  const options = useOptions(book.house)
  const asked = lists.filter((list) => takes[list] !== null || shown.includes(list))
  const askedWhen = takes.when !== 'always' || shown.includes('when')
  const left = [...lists.filter((list) => !asked.includes(list)), ...(askedWhen ? [] : ['when' as const])]
  return (
    <div className="routing-fields">
      <Several
        label={say('channels')}
        options={workChannels.map((id) => ({ id, label: channelWords[id].name[spoken] }))}
        value={takes.channels}
        onChange={(channels) => put({ channels: channels as Takes['channels'] })} // chosen among channels
      />
      {asked.map((list) => (
        <Several key={list} label={say(list)} options={options(list)} value={takes[list]?.map(String) ?? null} onChange={(ids) => put(valueOf(list, ids))} />
      ))}
      {asked.includes('flags') && <OwnFlag takes={takes} put={put} />}
      {askedWhen && (
        <Select
          label={say('when')}
          options={[{ id: 'always', label: say('always') }, { id: 'open', label: say('whenOpen') }, { id: 'closed', label: say('whenClosed') }]}
          value={takes.when}
          onChange={(when) => put({ when })}
        />
      )}
      {left.length > 0 && (
        <div>
          <AddMenu label={say('addCondition')} says={say('addCondition')} options={left.map((id) => ({ id, label: say(id) }))} onAdd={(id) => setShown([...shown, id])} />
        </div>
      )}
    </div>
  )
} // prettier-ignore

const valueOf = (list: List, ids: string[] | null): Partial<Takes> =>
  ({ [list]: list === 'degrees' ? (ids?.map(Number) ?? null) : ids }) as Partial<Takes> // each list by its own name

function useOptions(house: Editing['book']['house']): (list: List) => Option[] {
  const say = useWords(words)
  const spoken = useLanguage()
  const none = { id: 'none', label: say('none') }
  const named = (all: readonly { id: string; name: string }[]): Option[] => all.map(({ id, name }) => ({ id, label: name }))
  return (list) => {
    switch (list) {
      case 'reasons':
        return [...named(house.reasons), none]
      case 'languages':
        return [...house.languages.map((id) => ({ id, label: capital(languageName(id))[spoken] })), none]
      case 'brands':
        return named(house.brands)
      case 'entry_points':
        return named(house.entry_points)
      case 'flags':
        return knownFlags.map((id) => ({ id, label: capital(flagWords(id))[spoken] }))
      case 'priorities':
        return casePriorities.map((id) => ({ id, label: capital(casePriorityWords[id])[spoken] }))
      case 'degrees':
        return ['1', '2', '3', '4', '5'].map((id) => ({ id, label: say('degreeN', { degree: id }) }))
    }
  }
}

// A mark that only programs of the house know.
function OwnFlag({ takes, put }: { takes: Takes; put: (change: Partial<Takes>) => void }) {
  const say = useWords(words)
  const [typed, setTyped] = useState('')
  const add = (): void => {
    const flag = typed.trim()
    if (flag !== '' && !takes.flags?.includes(flag)) put({ flags: [...(takes.flags ?? []), flag] })
    setTyped('')
  }
  return (
    <div className="routing-narrow">
      <TextField label={say('ownFlag')} hint={say('ownFlagHint')} value={typed} onChange={setTyped} maxLength={60} onKeyDown={(event) => event.key === 'Enter' && add()} />
    </div>
  )
} // prettier-ignore
