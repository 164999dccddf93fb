import { useMemo, useState } from 'react'
import { useLanguage } from '#ui/language'
import { Select } from '#ui/select'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { casePriorities, queueName, workChannels, type Queue, type WorkFacts } from '../../../contract/rulebook.ts'
import { channelWords } from '../../../rules/channel-words.ts'
import { tryRules } from '../../../rules/try-rules.ts'
import { sayExactly } from '../../../rules/say-exactly.ts'
import { capital, languageName } from '../../../rules/words/phrases.ts'
import { casePriorityWords, flagWords, knownFlags, takesWords } from '../../../rules/words/takes.ts'
import type { Book } from '../use-book.ts'
import { tryWords } from './try-words.ts'

const NONE = '—'
// Somebody whom the queue one looks at would take.
const begin = ({ takes }: Queue): WorkFacts => ({
  channel: takes.channels?.[0] ?? 'phone',
  reason: known(takes.reasons),
  language: known(takes.languages),
  brand: known(takes.brands),
  entry_point: known(takes.entry_points),
  flags: takes.flags?.slice(0, 1) ?? [],
  priority: takes.priorities?.[0] ?? 'normal',
  degree: takes.degrees?.[0] ?? null,
})
const known = (asked: readonly string[] | null): string | null => asked?.find((each) => each !== 'none') ?? null

/** Somebody comes: to which queue they go, and whom they would be offered to, by the very engine that routes. */
export function TryItem({ book, queue }: { book: Book; queue: Queue }) {
  const say = useWords(tryWords)
  const [facts, setFacts] = useState(() => begin(queue))
  const [owner, setOwner] = useState<string | null>(null)
  const set = (change: Partial<WorkFacts>): void => setFacts({ ...facts, ...change })
  return (
    <section className="routing-try" aria-label={say('try')}>
      <h2>{say('try')}</h2>
      <p>{say('tryLead')}</p>
      <Questions book={book} facts={facts} set={set} owner={owner} setOwner={setOwner} />
      <Answer book={book} facts={facts} owner={owner} />
    </section>
  )
}

type Asking = {
  book: Book
  facts: WorkFacts
  set: (change: Partial<WorkFacts>) => void
  owner: string | null
  setOwner: (owner: string | null) => void
}

function Questions({ book: { house }, facts, set, owner, setOwner }: Asking) {
  const say = useWords(tryWords)
  const spoken = useLanguage()
  const nothing = { id: NONE, label: NONE }
  const named = (all: readonly { id: string; name: string }[]) => [nothing, ...all.map(({ id, name }) => ({ id, label: name }))]
  const orNull = (id: string): string | null => (id === NONE ? null : id)
  const takers = house.people.filter(({ takes }) => takes).map(({ person, name }) => ({ id: String(person), name }))
  return (
    <div className="routing-questions">
      <Select label={say('tryChannel')} options={workChannels.map((id) => ({ id, label: channelWords[id].name[spoken] }))} value={facts.channel} onChange={(channel) => set({ channel })} />
      {house.reasons.length > 0 && <Select label={say('tryReason')} options={named(house.reasons)} value={facts.reason ?? NONE} onChange={(id) => set({ reason: orNull(id) })} />}
      {house.languages.length > 1 && <Select label={say('tryLanguage')} options={[nothing, ...house.languages.map((id) => ({ id, label: capital(languageName(id))[spoken] }))]} value={facts.language ?? NONE} onChange={(id) => set({ language: orNull(id) })} />}
      {house.brands.length > 1 && <Select label={say('tryBrand')} options={named(house.brands)} value={facts.brand ?? NONE} onChange={(id) => set({ brand: orNull(id) })} />}
      <Select label={say('tryPriority')} options={casePriorities.map((id) => ({ id, label: capital(casePriorityWords[id])[spoken] }))} value={facts.priority} onChange={(priority) => set({ priority })} />
      <Select label={say('tryFlag')} options={[{ id: NONE, label: say('tryFlagNone') }, ...knownFlags.map((id) => ({ id, label: capital(flagWords(id))[spoken] }))]} value={facts.flags[0] ?? NONE} onChange={(id) => set({ flags: id === NONE ? [] : [id] })} />
      <Select label={say('tryOwner')} options={[{ id: NONE, label: say('tryNobody') }, ...takers.map(({ id, name }) => ({ id, label: name }))]} value={owner ?? NONE} onChange={(id) => setOwner(orNull(id))} />
    </div>
  )
} // prettier-ignore

function Answer({ book, facts, owner }: { book: Book; facts: WorkFacts; owner: string | null }) {
  const say = useWords(tryWords)
  const spoken = useLanguage()
  const now = useNow()
  const tried = useMemo(() => tryRules({ book: book.book, house: book.house, facts, owner, now }), [book.book, book.house, facts, owner, now])
  const { queue, because, passed } = tried.classified
  if (!queue) return <p className="routing-answer" aria-live="polite">{say('tryNowhere')}</p>
  const what = takesWords(queue, book.names)[spoken].replace(/,$/, '')
  return (
    <div className="routing-answer" aria-live="polite">
      <p>
        <strong>{queueName(queue)}</strong>{' '}
        <span>{because.length === 0 ? say('tryEverything') : say('tryBecause', { what })}</span>
      </p>
      {passed.slice(-3).map((each) => (
        <small key={each.queue.key}>{say('tryPassed', { queue: queueName(each.queue), what: say(`condition_${each.because}`) })}</small>
      ))}
      <p>
        <small>{say('tryAllReady')}</small> {offeredTo(tried.offered, say)}
      </p>
      {tried.why && <small>{tried.why[spoken]}</small>}
      {tried.later.length > 0 && (
        <ul className="routing-sentences">
          {tried.later.map(({ after_s, more }) => (
            <li key={after_s}>{say('thenAfter', { wait: sayExactly(after_s)[spoken], count: more })}</li>
          ))}
        </ul>
      )}
    </div>
  )
} // prettier-ignore

function offeredTo(names: readonly string[], say: ReturnType<typeof useWords<typeof tryWords.fr>>): string {
  if (names.length === 0) return say('tryNobodyNow')
  const shown = names.slice(0, 4).join(', ')
  return names.length === 1
    ? say('tryFirst', { name: shown })
    : say('tryFirstSeveral', { names: names.length > 4 ? `${shown}…` : shown })
}
