import { Link, useRouter, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Count } from '#ui/badge'
import { SearchField } from '#ui/field'
import { Icon } from '#ui/icon'
import { useLanguage } from '#ui/language'
import { Wordmark } from '#ui/mark'
import { useWords } from '#ui/words'
import { Bell } from './bell.tsx'
import { shelved } from './house/shelved.ts'
import { useListed } from './listed.ts'
import { screens, type Screen } from './rooms.tsx'
import { SeatMenu } from './seat-menu.tsx'
import { useMay, useWhoIAm } from './session.ts'
import { words } from './words.ts'

/** The left edge of the desk. On a small screen it slides in over the page. */
export function Rail({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useWords(words)
  const centre = useWhoIAm()?.tenant.name
  useEffect(() => {
    if (!open) return
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && onClose()
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  }, [open, onClose])
  return (
    <>
      {open && <div className="desk-veil" onClick={onClose} />}
      <header className="desk-rail" data-open={open || undefined} id="rail">
        <div className="desk-head">
          <Link to="/" className="desk-brand">
            <Wordmark centre={centre} />
          </Link>
          <Bell />
        </div>
        <Search />
        <nav aria-label={say('navigation')} className="desk-nav">
          <Group place="work" title={say('work')} />
          <Views />
          <Group place="team" title={say('team')} />
          <TheHouse />
        </nav>
        <SeatMenu />
      </header>
    </>
  )
}

const ViewsInRail = lazy(async () => ({ default: (await import('#fields/screens')).ViewsInRail }))

/** The lists one keeps at hand, once the desk stands. */
function Views() {
  const may = useMay()
  const seated = useWhoIAm() !== undefined
  if (!seated || !may('case.read')) return null
  return (
    <Suspense>
      <ViewsInRail />
    </Suspense>
  )
}

function Group({ place, title }: { place: Screen['place']; title: string }) {
  const shown = useListed(place)
  if (shown.length === 0) return null
  return (
    <>
      {place === 'team' && <h2 className="desk-nav-title">{title}</h2>}
      <ul>
        {shown.map((screen) => (
          <li key={screen.path}>
            <Entry screen={screen} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** One door for all that is set once. It stands as open on each of the pages behind it. */
function TheHouse() {
  const behind = useListed('house')
  const screen = screens.find(({ path }) => path === '/house')
  const here = useRouterState({ select: ({ location }) => location.pathname })
  if (!screen || behind.length === 0) return null
  const inside = shelved(behind, here)
  return (
    <div className="desk-nav-house" data-inside={inside || undefined}>
      <Entry screen={screen} />
    </div>
  )
}

const none = (): undefined => undefined

function Entry({ screen }: { screen: Screen }) {
  const useCount = screen.count ?? none // the list of screens never changes, so this is always the same hook
  const waiting = useCount()
  const beside = useRouterState({
    select: ({ location }) => screen.around?.some((path) => location.pathname.startsWith(path)) ?? false,
  })
  const elsewhere = useRouterState({ select: ({ location }) => shelved(screens, location.pathname) }) // settings of a page stand in the house
  return (
    <Link
      to={screen.path}
      className="desk-nav-link"
      activeOptions={{ exact: elsewhere || screen.path === '/' }}
      {...(beside ? { 'aria-current': 'true' } : {})}
    >
      <Icon name={screen.icon} />
      <span>{screen.label[useLanguage()]}</span>
      {waiting !== undefined && waiting > 0 && <Count value={waiting} />}
    </Link>
  )
}

/** The question goes into the address of the search page (`/search?q=`), which whoever owns it reads there. */
function Search() {
  const say = useWords(words)
  const router = useRouter()
  const [sought, setSought] = useState('')
  const seek = (q: string) => void router.navigate({ to: '/search', search: { q } as never }) // the page of the search room knows q
  return (
    <search className="desk-search">
      <SearchField label={say('searchAll')} keys="/" value={sought} onChange={setSought} onSubmit={seek} />
    </search>
  )
}
