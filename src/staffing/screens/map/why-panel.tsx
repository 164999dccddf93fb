import { ButtonLink } from '#ui/button'
import { useLanguage, type Language } from '#ui/language'
import { useWords } from '#ui/words'
import type { GroupNeed, Reached, Requirements } from '../../contract.ts'
import { useChannelName } from '../channel-name.ts'
import { clock, dayName, decimal, lasting, percent } from '../say.ts'
import { useTargetWords } from '../target-words.ts'
import { whatIfAddress } from '../what-if/address.ts'
import { whyWords } from '../why-words.ts'
import { whyAt, type Why } from './why.ts'

type Shown = { needs: Requirements; group: GroupNeed; spot: { i: number; day: string; at: number; whole: readonly number[] } }

/** One interval in words: what comes, what decides, what one person more or fewer changes, and how sure it is. */
export function WhyPanel({ needs, group, spot }: Shown) {
  const say = useWords(whyWords)
  const spoken = useLanguage()
  const why = whyAt(group, spot.i, { interval_min: needs.interval_min, day: spot.whole })
  const ends = new Date(spot.at + needs.interval_min * 60_000)
  const from = clock(new Date(spot.at), needs.zone, spoken)
  return (
    <section id="staffing-why" className="staffing-why" aria-live="polite">
      <div>
      <header>
        <p>
          {dayName(spot.day, spoken, 'long')}, {from} – {clock(ends, needs.zone, spoken)}
        </p>
        <h3>{say('peopleAtWork', { people: why.people })}</h3>
      </header>
      <ul className="staffing-why-words">
        <Comes why={why} />
        <Decides why={why} group={group} />
        {why.people > 0 && <Shrunk why={why} group={group} />}
        <Crowded why={why} />
        <Deferred why={why} />
      </ul>
      {why.streams.length === 1 && why.people > 0 && (
        <ButtonLink href={whatIfAddress(why, needs.interval_min, group.shrinkage)} tone="quiet" icon="right">
          {say('tryIt')}
        </ButtonLink>
      )}
      </div>
      {why.rows.length > 0 ? <Around why={why} group={group} /> : group.how === 'bounds' && why.people > 0 && <p>{say('notYet')}</p>}
    </section>
  ) // prettier-ignore
}

const contactsWord = { phone: 'what_phone', video: 'what_phone', chat: 'what_chat', visit: 'what_visit' } as const

function Comes({ why: { streams, busy } }: { why: Why }) {
  const say = useWords(whyWords)
  const channelName = useChannelName()
  const spoken = useLanguage()
  const coming = streams.filter(({ contacts }) => contacts > 0)
  const [only] = coming
  if (!only) return <li>{say('comesNobody')}</li>
  if (coming.length > 1)
    return (
      <>
        {coming.map(({ load, contacts, handling_s }) => (
          <li key={load.stream}>
            {say('comesOf', { label: load.aim.label || '–', channel: channelName(load.channel), contacts: decimal(contacts, spoken), handling: lasting(handling_s, spoken) })}
          </li>
        ))}
      </>
    ) // prettier-ignore
  const what = say(new Map(Object.entries(contactsWord)).get(only.load.channel) ?? 'what_other')
  const { patience_s, aim } = only.load
  const values = {
    contacts: decimal(only.contacts, spoken),
    what,
    handling: lasting(only.handling_s, spoken),
    busy: decimal(busy, spoken),
  }
  return (
    <>
      <li>{aim.chats ? say('comesWork', { ...values, atOnce: String(aim.chats.at_once) }) : say('comes', { ...values, people: Math.round(busy * 10) / 10 })}</li>
      <li>
        {patience_s === null ? say('neverPatient') : say('patient', { patience: lasting(patience_s, spoken) })} {aim.lines !== null && say('lines', { lines: aim.lines })}
      </li>
    </>
  ) // prettier-ignore
}

function Decides({ why, group }: { why: Why; group: GroupNeed }) {
  const say = useWords(whyWords)
  const channelName = useChannelName()
  const targetWords = useTargetWords()
  const { reason, target } = why
  const said = (): string => {
    if (target === null)
      switch (reason.formula) {
        case 'fewest':
          return say('decidesFewest')
        case 'deferred':
          return say('decidesDeferred', { instant: String(why.instant) })
        case 'out_of_reach':
          return say('decidesOutOfReach')
        case 'closed':
          return say('decidesClosed')
        default:
          return say('decidesSomebody')
      }
    const stream = group.loads.length > 1 ? group.loads.find((load) => load.stream === reason.stream) : undefined
    if (!stream) return say('decidesTarget', { target: targetWords(target) })
    return say('decidesStreamTarget', { target: targetWords(target), stream: [stream.aim.label, channelName(stream.channel)].filter(Boolean).join(', ') }) // prettier-ignore
  }
  return <li>{said()}</li>
}

function Shrunk({ why, group }: { why: Why; group: GroupNeed }) {
  const say = useWords(whyWords)
  const spoken = useLanguage()
  if (group.shrinkage === 0) return <li>{say('noShrinkage')}</li>
  return <li>{say('shrinkage', { seated: String(why.people), share: percent(group.shrinkage, spoken), scheduled: decimal(why.scheduled, spoken) })}</li> // prettier-ignore
}

function Crowded({ why }: { why: Why }) {
  const { crowded, people, rows } = why
  const say = useWords(whyWords)
  const spoken = useLanguage()
  if (crowded.contacts === 0 || people === 0) return null
  const level = levelOf(why, crowded.reached)
  if (level === null || level === undefined || rows.length === 0)
    return crowded.need > people ? <li>{say('riskNeed', { need: String(crowded.need) })}</li> : null
  const values = { contacts: decimal(crowded.contacts, spoken), people: String(people), level: percent(level, spoken) }
  if (crowded.need > people && level === 0 && crowded.reached?.wait_mean === null)
    return <li>{say('riskEndless', { ...values, need: String(crowded.need) })}</li>
  return <li>{crowded.need > people ? say('risk', { ...values, need: String(crowded.need) }) : say('riskHeld', values)}</li>
}

function Deferred({ why: { deferred } }: { why: Why }) {
  const say = useWords(whyWords)
  const channelName = useChannelName()
  const spoken = useLanguage()
  if (!deferred) return null
  return <li>{say('deferredToo', { channels: deferred.channels.map(channelName).join(', '), hours: decimal(deferred.work_s / 3_600, spoken) })}</li> // prettier-ignore
}

function Around({ why, group }: { why: Why; group: GroupNeed }) {
  const { rows, people, instant, level } = why
  const say = useWords(whyWords)
  const spoken = useLanguage()
  const own = rows.some((row) => row.people === people) ? people : instant
  const within = level ? lasting(level.within_s, spoken) : null
  const only = onlyOf(why)
  const decisive = only ? (group.loads.find(({ stream }) => stream === only)?.aim.label ?? '') : ''
  return (
    <table className="staffing-around">
      <caption>{say('around')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('people')}</th>
          <th scope="col">{within ? say('level', { within }) : decisive || say('inTime')}</th>
          <th scope="col">{say('wait')}</th>
          <th scope="col">{say('abandoned')}</th>
          <th scope="col">{say('occupancy')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ people: count, reached }) => (
          <tr key={count} data-own={count === own || undefined}>
            <th scope="row">{count}</th>
            <td className="staffing-level">
              <span className="staffing-level-bar" aria-hidden="true" style={{ inlineSize: `${Math.round((levelOf(why, reached) ?? 0) * 100)}%` }} />
              <span>{exactly(levelOf(why, reached), spoken)}</span>
            </td>
            <td>{wait(reached, say('endless'), spoken)}</td>
            <td>{share(reached?.abandoned, spoken)}</td>
            <td>{share(reached?.occupancy, spoken)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ) // prettier-ignore
}

// Of several streams, the one whose service level decides; null: of one stream, or something else decides.
const onlyOf = ({ level, target, reason }: Why): string | null =>
  !level && target !== null && 'share' in target ? reason.stream : null
const levelOf = (why: Why, reached: Reached | null): number | null | undefined =>
  onlyOf(why) === null ? reached?.service_level : reached?.decisive

// 79.6 % misses 80 %: here a tenth of a point is shown.
const exactly = (value: number | null | undefined, spoken: Language): string =>
  value === null || value === undefined ? '–' : `${decimal(value * 100, spoken, 1)}${spoken === 'fr' ? '\u202f%' : '%'}`
const share = (value: number | null | undefined, spoken: Language): string =>
  value === null || value === undefined ? '–' : percent(value, spoken)
const wait = (reached: Reached | null, endless: string, spoken: Language): string => {
  if (!reached) return '–'
  return reached.wait_mean === null ? endless : lasting(reached.wait_mean, spoken)
}
