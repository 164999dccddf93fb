import { Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { RouterProvider as LinksGoThere } from 'react-aria-components'
import { DemoBanner } from '#demo/screens'
import { Boundary } from '#ui/failure'
import { Keyboard } from '#ui/keys'
import { OfflineBanner } from '#ui/online'
import { Toasts } from '#ui/toast'
import { useWords } from '#ui/words'
import { Bar } from './bar.tsx'
import { useGoKeys } from './go-keys.ts'
import { Offers } from './offers.tsx'
import { RefusedPage } from './pages.tsx'
import { Rail } from './rail.tsx'
import { useSignInAgain } from './sign-in-again.ts'
import { useWhoIAm } from './session.ts'
import { words } from './words.ts'
import './frame.css'

/** What stays while one walks from page to page: the rail, the line's state, the keyboard, the toasts. */
export function Frame() {
  const say = useWords(words)
  const router = useRouter()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const main = useRef<HTMLElement>(null)
  const seated = useWhoIAm() !== undefined
  const [openAt, setOpenAt] = useState<string | null>(null) // the page on which the rail was opened; another page shuts it
  const open = openAt === path
  useGoKeys((to) => void router.navigate({ to }))
  useArrival(main, path)
  useSignInAgain()
  return (
    <LinksGoThere navigate={(to) => void router.navigate({ to: to.replace(/^\/desk/, '') || '/' })}>
      <a className="desk-skip" href="#main">
        {say('skip')}
      </a>
      <div className="desk">
        <Bar onMenu={() => setOpenAt(open ? null : path)} open={open} />
        <Rail open={open} onClose={() => setOpenAt(null)} />
        <div className="desk-room">
          <OfflineBanner />
          {seated && <DemoBanner />}
          <main id="main" ref={main} tabIndex={-1} className="desk-main">
            <Boundary key={path} refused={<RefusedPage />}>
              <Outlet />
            </Boundary>
          </main>
        </div>
      </div>
      <Offers />
      <Toasts />
      <Keyboard />
    </LinksGoThere>
  )
}

// A new page takes the focus and gives its name to the window, as a page load would have.
function useArrival(main: React.RefObject<HTMLElement | null>, path: string): void {
  const first = useRef(true)
  useEffect(() => {
    const name = main.current?.querySelector('h1')?.textContent
    document.title = name ? `${name} · Guichet` : 'Guichet'
    if (!first.current && !main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
    first.current = false
  }, [main, path])
}
