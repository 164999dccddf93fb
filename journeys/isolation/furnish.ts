// One of everything in a tenant, made through its own API, so that each has an id a stranger could try.
import * as cases from '#cases'
import * as routing from '#routing'
import type { TenantId } from '#base/contract'
import { newId } from '#base/id'
import { startTail } from '#base/journal'
import { inWork, system, type Open } from '#base/work'

export type Post = (path: string, body: object, method?: 'POST' | 'PUT') => Promise<Record<string, unknown>>
type House = { open: Open; tenant: TenantId; director: string; agent: string; name: string }

export async function furnish(post: Post, house: House): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  const make = async (noun: string, path: string, body: object): Promise<void> =>
    void (ids[noun] = String((await post(path, body))['id']))
  const { director, agent, name } = house
  await make('team', '/api/v1/teams', { name, manager_id: director })
  await make('skill', '/api/v1/skills', { name })
  await make('absence', '/api/v1/absences', {
    person_id: agent,
    starts_at: '2030-01-01T00:00:00Z',
    ends_at: '2030-01-02T00:00:00Z',
    reason: 'leave',
  })
  await make('calendar', '/api/v1/calendars', { name, weekly: [{ weekday: 1, opens_minute: 540, closes_minute: 1080 }] })
  await make('brand', '/api/v1/brands', { name })
  await make('entry_point', '/api/v1/entry-points', {
    brand_id: ids['brand'],
    kind: 'email',
    name,
    address: `${newId(house.open.clock.now())}@${name}.example`,
    duty_person_id: director,
  })
  await make('duty_turn', '/api/v1/entry-points/' + ids['entry_point'] + '/duty', {
    person: agent,
    when: { weekday: 1, starts_minute: 0, ends_minute: 60 },
  })
  await make('customer', '/api/v1/customers', {
    name: 'Client',
    identities: [{ kind: 'email', value: `client@${name}.example` }],
  })
  await make('company', '/api/v1/companies', { name })
  await make('identity', `/api/v1/customers/${ids['customer']}/identities`, { kind: 'phone', value: '+33123456789' })
  await make('reason', '/api/v1/reasons', { name })
  await make('template', '/api/v1/templates', { name, language: 'fr', html: '<p>Bonjour</p>' })
  await make('mailbox', '/api/v1/mailboxes', {
    host: 'imap.example.org',
    user: 'x',
    entry_point: ids['entry_point'],
    secret: { kind: 'password', password: 'x' },
  })
  await make('dkim_key', '/api/v1/dkim-keys', { domain: `${name}.example`, kind: 'ed25519' })
  await make('widget', '/api/v1/widgets', { brand_id: ids['brand'] })
  await make('identity_key', `/api/v1/widgets/${ids['widget']}/keys`, { name })
  await make('form', '/api/v1/forms', { brand_id: ids['brand'], name, start: 'contact' })
  const filed = await inWork(house.open, { tenant: house.tenant, actor: system('test') }, (work) =>
    cases.receive(work, arrival(ids['entry_point']!, name)),
  )
  Object.assign(ids, { case: filed.case, conversation: filed.conversation, interaction: filed.interaction })
  await make('note', `/api/v1/cases/${filed.case}/notes`, { text: 'note', mentions: [agent] })
  await make('promise', `/api/v1/cases/${filed.case}/promises`, { what: name, due: { day: '2027-01-04' } })
  await make('article', '/api/v1/articles', { title: name, language: 'fr', html: `<p>${name}</p>`, brand_id: ids['brand'] })
  await make('hand_over', `/api/v1/cases/${filed.case}/hand-overs`, { to: agent })
  await furnishRouting(make, { open: house.open, name, of: filed.case, person: agent, brand: ids['brand']! })
  return ids
}

type Make = (noun: string, path: string, body: object) => Promise<void>
type Routed = { open: Open; name: string; of: string; person: string; brand: string }

// Rules in force, others tried on a share, something that waits, a break, a rehearsal.
async function furnishRouting(make: Make, { open, name, of, person, brand }: Routed): Promise<void> {
  const rules = (key: string) => ({ title: name, document: { queues: [{ key, name: key }] } })
  await make('rulebook', '/api/v1/routing/rulebooks', rules('tout'))
  await make('rulebook', '/api/v1/routing/rulebooks', { ...rules('autre'), in_force: false })
  const tail = await startTail(open, routing.readers) // whoever routes hears of the rules
  await tail.settled()
  await tail.stop()
  await make('item', '/api/v1/routing/items', { title: name, case_id: of, facts: { channel: 'phone', brand } })
  await make('break', '/api/v1/routing/breaks', {
    person,
    kind: 'pause',
    starts_at: '2030-01-01T10:00:00Z',
    ends_at: '2030-01-01T10:15:00Z',
  })
  const scenario = { traffic: [{ name: 'appels', arrivals: { per_hour: 1 } }], staff: [{ name: 'agents', count: 1 }] }
  await make('rehearsal', '/api/v1/rehearsals', { name, traffic: { kind: 'scenario', scenario } })
}

const arrival = (entry_point: string, name: string): Parameters<typeof cases.receive>[1] => ({
  source: `isolation:${name}`, channel: 'email', entry_point, kind: 'message', at: Temporal.Instant.from('2026-11-20T09:00:00Z'), sent_at: null,
  from: { name: 'Client', address: `client@${name}.example` }, identity: { kind: 'email', value: `client@${name}.example` }, to: [], cc: [], more_recipients: 0,
  answer_to: [], subject: 'Bonjour', text: 'Bonjour', visible_text: 'Bonjour', html: null, language: 'fr', original_file: null, attachments: [], marks: {},
  answers: null, trusted: true,
}) // prettier-ignore
