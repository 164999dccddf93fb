import type { z } from 'zod'
import { Badge } from '#ui/badge'
import { Confirm } from '#ui/confirm'
import { Failure } from '#ui/failure'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { signedOut } from '#ui/signed-out'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { deleteOneSession, deleteSessions, getSessions, type sessionShape } from '../contract.ts'
import { browserOf } from './browser-of.ts'
import { words } from './words.ts'

type Session = z.infer<typeof sessionShape>

export function Sessions() {
  const say = useWords(words)
  const { data, error, refetch } = useAsk(getSessions, {})
  const endAll = useSend(deleteSessions, { onDone: signedOut.announce })
  return (
    <Panel title={say('sessions')}>
      <p className="access-intro">{say('sessionsText')}</p>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      <ul className="access-lines">
        {data?.items.map((session) => (
          <One key={session.id} session={session} />
        ))}
      </ul>
      <Confirm
        size="small"
        label={say('endAll')}
        question={say('endAllQuestion')}
        yes={say('yesEnd')}
        onYes={() => endAll.mutate({})}
      />
    </Panel>
  )
}

function One({ session }: { session: Session }) {
  const say = useWords(words)
  const end = useSend(deleteOneSession, { refetch: [getSessions] })
  return (
    <li>
      <span>
        {browserOf(session.browser) ?? say('browserUnknown')} {session.mine && <Badge tone="accent">{say('thisOne')}</Badge>}
        <small>
          {say('openedBy', { how: say(session.how === 'link' ? 'byLink' : 'byPassword') })} · {say('usedAt')} <Time at={session.used_at} />
          {session.address && ` · ${session.address}`}
        </small>
      </span>
      {!session.mine && (
        <Confirm size="small" tone="quiet" label={say('endSession')} question={say('endSessionQuestion')} yes={say('yesEnd')} onYes={() => end.mutate({ id: session.id })} />
      )}
    </li>
  ) // prettier-ignore
}
