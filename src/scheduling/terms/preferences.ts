// What people would rather work: asked by them, granted or declined by who leads them. What is granted the optimiser weighs.
import * as staff from '#staff'
import { allow } from '#access'
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { onlyPeopleWork, termsChanged, wishAnswered, wishUnclear, type Preference, type PreferenceId } from '../contract.ts'
import * as store from '../store/preference.ts'
import { theirPeople } from '../whose.ts'
import { allowForPerson, mayForPerson } from './allow-for.ts'

export function meOf({ actor }: Work): PersonId {
  if (actor.kind !== 'person') throw refuse(onlyPeopleWork, {})
  return actor.id
}
const isMe = ({ actor }: Work, person: PersonId): boolean => actor.kind === 'person' && actor.id === person

type Asked = {
  cursor?: string | undefined
  limit: number
  person?: PersonId | undefined
  state?: Preference['state'] | undefined
  everybody: boolean
}
export async function listPreferences(work: Work, asked: Asked): Promise<{ items: Preference[]; next: string | null }> {
  const person = asked.everybody && !asked.person ? undefined : (asked.person ?? meOf(work))
  if (person === undefined) allow(work, 'workforce.read')
  else if (!isMe(work, person)) await allowForPerson(work, person, 'workforce.read')
  const before = asked.cursor && /^[0-9a-f-]{36}$/.test(asked.cursor) ? asked.cursor : undefined
  const theirs = person === undefined ? await theirPeople(work) : null
  const rows = await store.listPreferences(work, {
    person,
    people: theirs && [...theirs],
    state: asked.state,
    before,
    most: asked.limit + 1,
  })
  const items = await shownAll(work, rows.slice(0, asked.limit))
  return { items, next: rows.length > asked.limit ? (items.at(-1)?.id ?? null) : null }
}

type Wish = Pick<Preference, 'kind' | 'weekdays' | 'day' | 'weight' | 'from' | 'until' | 'note'> & {
  person?: PersonId | undefined
}

/** Who may grant it and writes it down for somebody grants it. */
export async function wish(work: Work, { person: given, ...asked }: Wish): Promise<Preference> {
  const person = given ?? meOf(work)
  if (!isMe(work, person)) await allowForPerson(work, person, 'workforce.approve')
  if (!(await staff.active(work, person))) throw refuse(notFound, {})
  const backwards = asked.from !== null && asked.until !== null && asked.until < asked.from
  if (
    backwards ||
    (asked.day !== null && asked.weekdays.length > 0) ||
    (asked.kind === 'off' && asked.day === null && asked.weekdays.length === 0)
  )
    throw refuse(wishUnclear, {})
  const id = newId<'shift_preference'>(work.now)
  await store.insertPreference(work, { ...asked, id, person, granted: !isMe(work, person) })
  work.publish(termsChanged, { person })
  return await show(work, id)
}

export async function answerPreference(
  work: Work,
  { id, grant, because }: { id: PreferenceId; grant: boolean; because: string },
): Promise<Preference> {
  const found = await need(work, id)
  await allowForPerson(work, found.person_id, 'workforce.approve')
  if ((await store.answerPreference(work, id, { grant, because })) === 0) throw refuse(wishAnswered, {})
  work.publish(termsChanged, { person: found.person_id })
  const words = grant
    ? {
        fr: 'Votre souhait de planning est accordé\u202f: il sera pris en compte.',
        en: 'Your wish for your shifts is granted: it will be weighed.',
      }
    : {
        fr: `Votre souhait de planning n’est pas retenu\u202f: ${because || 'parlez-en à votre responsable.'}`,
        en: `Your wish for your shifts is declined: ${because || 'speak to your manager.'}`,
      }
  if (!isMe(work, found.person_id))
    await staff.tell(work, {
      to: [found.person_id],
      kind: 'scheduling.wish',
      ...words,
      path: '/my-shifts',
      key: `wish ${id} answered`,
    })
  return await show(work, id)
}

export async function withdrawPreference(work: Work, { id }: { id: PreferenceId }): Promise<object> {
  const found = await need(work, id)
  if (!isMe(work, found.person_id)) await allowForPerson(work, found.person_id, 'workforce.approve')
  if ((await store.withdrawPreference(work, id)) > 0) work.publish(termsChanged, { person: found.person_id })
  return {}
}

async function need(work: Work, id: PreferenceId): Promise<store.PreferenceRow> {
  const found = await store.findPreference(work, id)
  if (!found) throw refuse(notFound, {})
  return found
}

const show = async (work: Work, id: PreferenceId): Promise<Preference> => (await shownAll(work, [await need(work, id)]))[0]!

async function shownAll(work: Work, rows: readonly store.PreferenceRow[]): Promise<Preference[]> {
  const people = await staff.find(work, rows.flatMap(({ person_id, answered_by }) => [person_id, ...(answered_by ? [answered_by] : [])])) // prettier-ignore
  const named = (id: PersonId) => ({ id, name: people.get(id)?.name ?? '' })
  const shown: Preference[] = []
  for (const { person_id, weekdays, day, from, until, asked_at, answered_at, answered_by, ...rest } of rows)
    shown.push({
      ...rest,
      person: named(person_id),
      weekdays: weekdays as Preference['weekdays'], // a check constraint bounds them
      day: day?.toString() ?? null,
      from: from?.toString() ?? null,
      until: until?.toString() ?? null,
      asked_at: asked_at.toString(),
      answered_at: answered_at?.toString() ?? null,
      answered_by: answered_by && named(answered_by),
      may: await mayOf(work, { person: person_id, state: rest.state }),
    })
  return shown
}

async function mayOf(
  work: Work,
  { person, state }: { person: PersonId; state: Preference['state'] },
): Promise<Preference['may']> {
  const answers = state === 'asked' && (await mayForPerson(work, person, 'workforce.approve'))
  const withdraws = state === 'asked' || state === 'granted'
  return [...(answers ? (['answer'] as const) : []), ...(withdraws ? (['withdraw'] as const) : [])]
}
