import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChatHub, Here } from '#channels'
import { roles } from '#access/contract'
import type { Actor, PersonId, TenantId } from '#base/contract'
import type { Guest } from './hub.ts'
import { keepVisitors } from './visitors.ts'

const tenant = '00000000-0000-7000-8000-000000000001' as TenantId
const [OURS, THEIRS] = ['00000000-0000-7000-8000-0000000000b1', '00000000-0000-7000-8000-0000000000b2']
const person = '00000000-0000-7000-8000-0000000000aa' as PersonId
const agent = (brands: string[] | null): Actor => ({
  kind: 'person',
  id: person,
  permissions: roles.agent.permissions,
  scope: { teams: null, brands },
})
const here = (conversation: string, brand: string): Here =>
  ({ conversation, case: 'case', brand, online: true, typing: false }) as unknown as Here // ids of this test only

function desk(actor: Actor) {
  const told: string[] = []
  const socket = { bufferedAmount: 0, send: (text: string) => told.push(text), terminate: () => {} }
  return { told, guest: { socket, tenant, actor, looking: null, typing: false } as unknown as Guest }
}

function world(guests: readonly Guest[], present: Here[] = []) {
  let tell: (of: TenantId, one: Here) => void = () => {}
  const typed: unknown[] = []
  const chats: ChatHub['desk'] = {
    here: () => present,
    onChange: (listener) => ((tell = listener), () => {}),
    typing: (_, at) => void typed.push(at),
  }
  return { visitors: keepVisitors(chats, () => guests), change: (one: Here) => tell(tenant, one), typed }
}

test('a desk hears which visitors of its brands are here, and of no others', () => {
  const [narrow, wide] = [desk(agent([OURS])), desk(agent(null))]
  const { visitors, change } = world([narrow.guest, wide.guest])
  change(here('c1', OURS))
  change(here('c2', THEIRS))
  visitors.tell()
  visitors.tell() // nothing new
  assert.deepEqual(narrow.told, ['{"chats":{"c1":{"online":true,"typing":false}}}'])
  assert.deepEqual(Object.keys((JSON.parse(wide.told[0]!) as { chats: object }).chats), ['c1', 'c2'])
  assert.equal(wide.told.length, 1)
})

test('a desk that comes is told who is here already', () => {
  const late = desk(agent([OURS]))
  const { visitors } = world([], [here('c1', OURS), here('c2', THEIRS)])
  visitors.show(late.guest)
  assert.deepEqual(late.told, ['{"chats":{"c1":{"online":true,"typing":false}}}'])
})

test('who turns to another case no longer types in the first', () => {
  const one = desk(agent(null))
  const { visitors, typed } = world([one.guest])
  one.guest.looking = 'first'
  visitors.agentTypes(one.guest, { looking: undefined, typing: true })
  visitors.agentTypes(one.guest, { looking: 'second', typing: false })
  assert.deepEqual(typed, [
    { case: 'first', person, on: true },
    { case: 'first', person, on: false },
    { case: 'second', person, on: false },
  ])
})
