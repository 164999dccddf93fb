// What can be done with a task, wherever it stands: one press where it is plain, a dialog where it must be said why.
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { Button, IconButton } from '#ui/button'
import { Menu } from '#ui/menu'
import { send } from '#ui/api'
import { tell } from '#ui/failure'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { deleteTaken, postTaskLink, putAccepted, putTaken, type Task } from '../contract.ts'
import { useMoment } from './due.tsx'
import { touched } from './touched.ts'
import { words } from './words.ts'

const BecauseDialog = lazy(async () => ({ default: (await import('./because-dialog.tsx')).BecauseDialog }))
const RedirectDialog = lazy(async () => ({ default: (await import('./redirect-dialog.tsx')).RedirectDialog }))
const ChaseDialog = lazy(async () => ({ default: (await import('./chase-dialog.tsx')).ChaseDialog }))

export type Why = 'send_back' | 'cancel' | 'decline'
type Asked = { deed: Why | 'redirect' | 'chase'; task: Task }
export type Deeds = {
  ask: (asked: Asked) => void
  accept: (task: Task) => void
  take: (task: Task) => void
  letGo: (task: Task) => void
  dialogs: ReactNode
}

export function useDeeds(): Deeds {
  const say = useWords(words)
  const [asked, setAsked] = useState<Asked | null>(null)
  const done = (text: string) => ({ refetch: touched, onDone: () => toast({ tone: 'good', text }) })
  const accept = useSend(putAccepted, done(say('accepted')))
  const take = useSend(putTaken, done(say('taken')))
  const letGo = useSend(deleteTaken, { refetch: touched })
  const close = () => setAsked(null)
  return {
    ask: setAsked,
    accept: ({ id, version }) => accept.mutate({ id, version }),
    take: ({ id }) => take.mutate({ id }),
    letGo: ({ id }) => letGo.mutate({ id }),
    dialogs: (
      <Suspense>
        {asked && (asked.deed === 'send_back' || asked.deed === 'cancel' || asked.deed === 'decline') && (
          <BecauseDialog task={asked.task} deed={asked.deed} onClose={close} />
        )}
        {asked?.deed === 'redirect' && <RedirectDialog task={asked.task} onClose={close} />}
        {asked?.deed === 'chase' && <ChaseDialog task={asked.task} onClose={close} />}
      </Suspense>
    ),
  }
}

type Buttons = { task: Task; deeds: Deeds; first?: ReactNode }

/** The deeds that matter now, and the others behind "more". */
export function DeedButtons({ task, deeds, first }: Buttons) {
  const say = useWords(words)
  const may = new Set(task.may)
  const about = { 'aria-description': task.title }
  const link = useLink()
  const choices = [
    ...(may.has('let_go') ? [{ id: 'let_go', label: say('letGo'), icon: 'people', run: () => deeds.letGo(task) } as const] : []),
    ...(may.has('redirect')
      ? [{ id: 'redirect', label: say('redirect'), icon: 'handover', run: () => deeds.ask({ deed: 'redirect', task }) } as const]
      : []),
    ...(may.has('link') ? [{ id: 'link', label: say('link'), icon: 'link', run: () => void link(task) } as const] : []),
    ...(may.has('decline')
      ? [{ id: 'decline', label: say('decline'), icon: 'close', run: () => deeds.ask({ deed: 'decline', task }) } as const]
      : []),
    ...(may.has('cancel')
      ? [
          {
            id: 'cancel',
            label: say('cancel'),
            icon: 'trash',
            danger: true,
            run: () => deeds.ask({ deed: 'cancel', task }),
          } as const,
        ]
      : []),
  ]
  return (
    <span className="tasks-deeds">
      {first}
      {may.has('accept') && (
        <Button size="small" tone="primary" icon="check" onPress={() => deeds.accept(task)} {...about}>
          {say('accept')}
        </Button>
      )}
      {may.has('send_back') && (
        <Button size="small" icon="undo" onPress={() => deeds.ask({ deed: 'send_back', task })} {...about}>
          {say('sendBack')}
        </Button>
      )}
      {may.has('take') && (
        <Button size="small" icon="take" onPress={() => deeds.take(task)} {...about}>
          {say('take')}
        </Button>
      )}
      {may.has('chase') && (
        <Button size="small" tone="quiet" icon="bell" onPress={() => deeds.ask({ deed: 'chase', task })} {...about}>
          {say('chase')}
        </Button>
      )}
      {task.state === 'declined' && may.has('redirect') && (
        <Button size="small" icon="handover" onPress={() => deeds.ask({ deed: 'redirect', task })} {...about}>
          {say('redirect')}
        </Button>
      )}
      {choices.length > 0 && (
        <Menu label={say('more')} trigger={<IconButton icon="more" size="small" label={say('more')} />} groups={[{ choices }]} />
      )}
    </span>
  )
}

// The link is made when somebody wants it, and shown to nobody but the clipboard.
function useLink(): (task: Task) => Promise<void> {
  const say = useWords(words)
  const moment = useMoment()
  return async ({ id }) => {
    try {
      const { path, expires_at } = await send(postTaskLink, { id })
      await navigator.clipboard.writeText(new URL(path, location.origin).href)
      toast({ tone: 'good', text: say('linkCopied', { day: moment(expires_at) }) })
    } catch (error) {
      tell(error)
    }
  }
}
