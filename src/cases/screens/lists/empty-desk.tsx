import { listEntryPoints } from '#brands/contract'
import { ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { useMe } from '../me.ts'
import { words } from '../words.ts'

/** Nothing waits. On the first day it says how a mail comes in, and offers to try. */
export function EmptyDesk() {
  const say = useWords(words)
  const me = useMe()
  const doors =
    useAsk(listEntryPoints, { limit: 20, kind: 'email' }, { staleSeconds: 300, enabled: me?.may.has('brand.read') ?? false }).data
      ?.items ?? []
  const address = doors.find((door) => door.address)?.address
  const any = doors.some((door) => door.accepts_any)
  return (
    <Empty
      drawing="calm"
      title={say('emptyTitle')}
      action={
        me?.may.has('channel.read') && (
          <ButtonLink tone="primary" icon="post" href="/desk/post-office">
            {say('testMail')}
          </ButtonLink>
        )
      }
    >
      {say('emptyText')} {address ? say('writeTo', { address }) : any ? say('writeAny') : ''}
    </Empty>
  )
}
