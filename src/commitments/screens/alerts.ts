// Who answers for a promise is told when it falls due soon and when it broke, wherever in the desk they are.
import { getSession } from '#access/contract'
import { send } from '#ui/api'
import { live, type JournalEvent } from '#ui/live'
import { keyOf, queries } from '#ui/query'
import { toast } from '#ui/toast'
import { say } from '#ui/words'
import { listPromises } from '../contract.ts'
import { words } from './words.ts'

const NAMES = ['promise.due_soon', 'promise.broken']

/** Once, when the room's screens are loaded. `open` goes to a page of the desk. */
export function keepTelling(): void {
  live.on(NAMES, (event) => {
    if (ownerOf(event) === me()) void tell(event).catch(() => {}) // the list says it too
  })
}

async function tell({ name, payload }: JournalEvent): Promise<void> {
  const { items } = await send(listPromises, { owner: 'me', state: 'owed', limit: 200 })
  const found = items.find(({ id }) => id === told(payload)['promise_id'])
  if (!found) return // kept meanwhile
  const key = name === 'promise.broken' ? 'brokenToast' : 'soonToast'
  toast({
    text: say(words, key, { what: found.what }),
    detail: [found.customer?.name, found.case.subject].filter(Boolean).join(' · '),
    tone: key === 'brokenToast' ? 'danger' : 'neutral',
    seconds: null,
    action: { label: say(words, 'open'), run: () => location.assign(`/desk/cases/${found.case.id}`) },
  })
}

const told = (payload: unknown): Record<string, unknown> =>
  payload !== null && typeof payload === 'object' ? (payload as Record<string, unknown>) : {} // an object's keys are texts
const ownerOf = ({ payload }: JournalEvent): unknown => told(payload)['owner']
const me = (): string | undefined => queries.getQueryData<{ person: { id: string } | null }>(keyOf(getSession, {}))?.person?.id
