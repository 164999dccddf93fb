import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { writeDrafts } from '#ui/drafts'
import { signedOut } from '#ui/signed-out'

const SIGN_IN = '/sign-in' // the page of the access room; it goes back to `back` afterwards

/** A session that ended (a 401) leads to the sign-in page and back; what was being written is kept first. */
export function useSignInAgain(): void {
  const router = useRouter()
  useEffect(
    () =>
      signedOut.listen(() => {
        if (router.state.location.pathname === SIGN_IN) return
        writeDrafts()
        void router.navigate({ to: SIGN_IN, search: { back: router.state.location.href } as never }) // the page knows `back`
      }),
    [router],
  )
}
