import { useState } from 'react'
import { ChoosePerson, ChooseTeam, useAllPeople, useAllTeams } from '#staff/screens'
import { Button, IconButton } from '#ui/button'
import { Segments } from '#ui/choice'
import { Combobox } from '#ui/combobox'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextArea, TextField } from '#ui/field'
import { useAsk, useSend } from '#ui/query'
import { useWords } from '#ui/words'
import {
  listParties,
  listTopics,
  MOST_WHOM,
  postTopic,
  putTopic,
  type NewTopic,
  type Topic,
  type WhomToAsk,
} from '../../contract.ts'
import { words } from './words.ts'

type Listed = Pick<WhomToAsk, 'id' | 'kind' | 'name' | 'note' | 'asked'>

export function EditTopic({ topic, onClose }: { topic: Topic | null; onClose: () => void }) {
  const say = useWords(words)
  const [name, setName] = useState(topic?.name ?? '')
  const [about, setAbout] = useState(topic?.about ?? '')
  const [known, setKnown] = useState(topic?.words.join(', ') ?? '')
  const [whom, setWhom] = useState<readonly Listed[]>(topic?.whom ?? [])
  const done = { refetch: [listTopics], onDone: onClose, onError: () => {} } // shown in place
  const [add, edit] = [useSend(postTopic, done), useSend(putTopic, done)]
  const [error, busy] = [add.error ?? edit.error, add.isPending || edit.isPending]
  const save = () => {
    const said = known.split(',').map((word) => word.trim()).filter((word) => word.length >= 2) // prettier-ignore
    const given = {
      name,
      about,
      words: said,
      whom: whom.map(({ asked, note }) => ({ asked: asked as NewTopic['whom'][number]['asked'], note })),
    } // of the three kinds of the directory
    if (topic) edit.mutate({ id: topic.id, version: topic.version, ...given })
    else add.mutate(given)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={topic?.name ?? say('newTopic')}
      foot={<Foot ready={name.trim() !== ''} busy={busy} onClose={onClose} onSave={save} />}
    >
      <div className="tasks-form">
        <TextField label={say('topicName')} autoFocus value={name} onChange={setName} maxLength={120} isRequired />
        <TextField label={say('topicAbout')} value={about} onChange={setAbout} maxLength={1000} />
        <TextArea label={say('topicWords')} hint={say('topicWordsHint')} rows={2} value={known} onChange={setKnown} />
        <Order whom={whom} onChange={setWhom} />
        {error && <Failure error={error} />}
      </div>
    </Dialog>
  )
}

function Foot({ ready, busy, onClose, onSave }: { ready: boolean; busy: boolean; onClose: () => void; onSave: () => void }) {
  const say = useWords(words)
  return (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" isDisabled={!ready} busy={busy} onPress={onSave}>
        {say('save')}
      </Button>
    </>
  )
}

type Ordering = { whom: readonly Listed[]; onChange: (whom: readonly Listed[]) => void }

function Order({ whom, onChange }: Ordering) {
  const say = useWords(words)
  const move = (at: number, by: number) => {
    const moved = whom.toSpliced(at, 1)
    onChange(moved.toSpliced(at + by, 0, whom[at]!)) // the one at its place
  }
  return (
    <fieldset className="tasks-order">
      <legend>{say('order')}</legend>
      <ol>
        {whom.map((each, at) => (
          <li key={each.id}>
            <strong>{each.name}</strong>
            <TextField label={say('note')} hideLabel placeholder={say('note')} value={each.note} maxLength={300} onChange={(note) => onChange(whom.with(at, { ...each, note }))} />
            <span className="ui-button-row">
              <IconButton size="small" icon="up" label={say('up', { name: each.name })} isDisabled={at === 0} onPress={() => move(at, -1)} />
              <IconButton size="small" icon="down" label={say('down', { name: each.name })} isDisabled={at === whom.length - 1} onPress={() => move(at, 1)} />
              <IconButton size="small" icon="close" label={say('remove', { name: each.name })} onPress={() => onChange(whom.toSpliced(at, 1))} />
            </span>
          </li>
        ))}
      </ol>
      {whom.length < MOST_WHOM && <Add onAdd={(added) => !whom.some(({ id }) => id === added.id) && onChange([...whom, added])} />}
    </fieldset>
  ) // prettier-ignore
}

type Kind = Listed['kind']
function Add({ onAdd }: { onAdd: (added: Listed) => void }) {
  const say = useWords(words)
  const [kind, setKind] = useState<Kind>('team')
  const [teams, people] = [useAllTeams(), useAllPeople()]
  const nameOf = (list: readonly { id: string; name: string }[], id: string): string =>
    list.find((each) => each.id === id)?.name ?? ''
  const parties = useAsk(listParties, { limit: 200 }, { staleSeconds: 60, enabled: kind === 'party' }).data?.items ?? []
  const party = (id: string | null) => {
    const found = parties.find((each) => each.id === id)
    if (found) onAdd({ id: found.id, kind, name: found.name, note: '', asked: { party: found.id } })
  }
  const options = (['team', 'person', 'party'] as const).map((id) => ({ id, label: say(id) }))
  return (
    <div className="tasks-add">
      <Segments label={say('addWhom')} options={options} value={kind} onChange={(id) => setKind(id as Kind)} />
      {kind === 'team' && <ChooseTeam label={say('team')} value={null} onChange={(team) => team && onAdd({ id: team, kind, name: nameOf(teams, team), note: '', asked: { team } })} />}
      {kind === 'person' && <ChoosePerson label={say('person')} value={null} onChange={(person) => person && onAdd({ id: person, kind, name: nameOf(people, person), note: '', asked: { person } })} />}
      {kind === 'party' && <Combobox label={say('party')} options={parties.map(({ id, name, trade }) => ({ id, label: name, detail: trade }))} value={null} onChange={party} />}
    </div>
  ) // prettier-ignore
}
