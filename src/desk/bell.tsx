import { Link, useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Count } from '#ui/badge'
import { Icon } from '#ui/icon'
import { useCommands } from '#ui/keys'
import { useWords } from '#ui/words'
import { useWhoIAm } from './session.ts'
import { seeWhatLeadsTo, useUnseen } from './unseen.ts'
import { words } from './words.ts'

/** What the house told me and I have not seen. Opening what it is about is seeing it. */
export function Bell() {
  const seated = useWhoIAm()?.person != null
  return seated ? <Ringing /> : null
}

function Ringing() {
  const say = useWords(words)
  const router = useRouter()
  const unseen = useUnseen() ?? 0
  const path = useRouterState({ select: ({ location }) => location.pathname })
  useEffect(() => seeWhatLeadsTo(path), [path, unseen])
  useCommands([
    {
      id: 'go /notices',
      label: say('notices'),
      group: say('goTo'),
      icon: 'bell',
      keys: 'g n',
      run: () => void router.navigate({ to: '/notices' as never }), // a page of rooms.tsx
    },
  ])
  return (
    <Link to="/notices" className="desk-bell" aria-label={say('noticesUnseen', { count: unseen })}>
      <Icon name="bell" />
      {unseen > 0 && <Count value={unseen} tone="accent" />}
    </Link>
  )
}
