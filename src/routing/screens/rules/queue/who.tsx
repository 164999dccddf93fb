import { Checkbox, Radios } from '#ui/choice'
import { useLanguage } from '#ui/language'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import type { PersonsFirst, Queue } from '../../../contract/rulebook.ts'
import { capableAfter } from '../../../rules/capable.ts'
import { factsOf } from '../../../rules/person-facts.ts'
import { Length } from './inputs.tsx'
import type { Editing } from './queue-editor.tsx'
import { Skills } from './skills.tsx'
import { WaitsDrawing } from './waits-drawing.tsx'
import { words } from './words.ts'

const persons = ['owner', 'contact', 'deputies'] as const
const USUAL_WAIT_S = 20

/** Persons first, then who can: by skill, by language, by degree. */
export function WhoPart(editing: Editing) {
  const say = useWords(words)
  const { queue, set } = editing
  const { who } = queue
  const put = (change: Partial<Queue['who']>): void => set({ who: { ...who, ...change } })
  const people = [
    { id: 'capable' as const, label: say('capable'), detail: say('capableDetail') },
    { id: 'named' as const, label: say('named'), detail: say('namedDetail') },
  ]
  return (
    <div className="routing-fields">
      <PersonsRows persons={who.persons} onChange={(changed) => put({ persons: changed })} />
      <Skills book={editing.book} needs={who.skills} onChange={(skills) => put({ skills })} />
      <Language who={who} put={put} />
      <div className="routing-narrow">
        <Select
          label={say('degree')}
          options={['1', '2', '3', '4', '5'].map((id) => ({ id, label: say('degreeOrMore', { degree: id }) }))}
          value={String(who.degree)}
          onChange={(degree) => put({ degree: Number(degree) })}
        />
      </div>
      <Radios label={say('people')} options={people} value={who.people} onChange={(each) => put({ people: each })} />
      <Able {...editing} />
    </div>
  )
}

function PersonsRows({ persons: asked, onChange }: { persons: PersonsFirst; onChange: (persons: PersonsFirst) => void }) {
  const say = useWords(words)
  return (
    <fieldset className="routing-set">
      <legend>{say('personsFirst')}</legend>
      {persons.map((who) => (
        <div key={who} className="routing-person-wait">
          <Checkbox isSelected={asked[who] !== null} onChange={(on) => onChange({ ...asked, [who]: on ? { wait_s: USUAL_WAIT_S } : null })}>
            {say(who)}
          </Checkbox>
          {asked[who] && <Length label={say('waitFor', { who: say(who) })} hideLabel value={asked[who].wait_s} onChange={(wait_s) => onChange({ ...asked, [who]: { wait_s } })} />}
        </div>
      ))}
      <WaitsDrawing persons={asked} />
      <small>{say('personsHint')}</small>
    </fieldset>
  )
} // prettier-ignore

function Language({ who, put }: { who: Queue['who']; put: (change: Partial<Queue['who']>) => void }) {
  const say = useWords(words)
  const { language } = who
  const options = [
    { id: 'must' as const, label: say('languageMust') },
    { id: 'should' as const, label: say('languageShould') },
    { id: 'any' as const, label: say('languageAny') },
  ]
  return (
    <div className="routing-pair">
      <Select label={say('language')} options={options} value={language.strength} onChange={(strength) => put({ language: { ...language, strength } })} />
      {language.strength !== 'any' && (
        <Length
          label={say('relaxLanguage')} optional value={language.relax_after_s}
          onChange={(relax_after_s) => put({ language: { ...language, relax_after_s } })}
          onEmpty={() => put({ language: { ...language, relax_after_s: null } })}
        />
      )}
    </div>
  )
} // prettier-ignore

// How many could serve it, at first and at last: what one is really asking for.
function Able({ book, queue }: Editing) {
  const say = useWords(words)
  const spoken = useLanguage()
  const people = book.house.people.filter(({ takes }) => takes).map(factsOf)
  const [now, last] = [0, Infinity].map((wait_s) => capableAfter(queue, people, { book: book.book, wait_s }).length)
  return (
    <p className="routing-able" lang={spoken}>
      {say('ableNow', { count: now! })} {last! > now! && say('ableLast', { count: last! })}
    </p>
  )
}
