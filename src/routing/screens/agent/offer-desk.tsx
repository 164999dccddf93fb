import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, type ComponentType } from 'react'
import { hearMine } from './held.ts'
import { useHeld } from './use-held.ts'

const Stack = lazy(async () => ({ default: (await import('./stack.tsx')).Stack }))
const SeatPanel = lazy(async () => ({ default: (await import('./seat-panel.tsx')).SeatPanel }))

/** What the desk knows of how a customer feels, said beside an offer about their case. */
export type Mood = ComponentType<{ of: string }>

/** Stands once over the desk, whatever page is open. Where nothing is routed it shows nothing and fetches nothing more. */
export function OfferDesk({ mood }: { mood?: Mood }) {
  const { seat } = useHeld()
  const router = useRouter()
  useEffect(() => {
    const go = (to: string) => void router.navigate({ to: to as never }) // a page of the desk's own list
    return hearMine((event) => void import('./ended-kindly.ts').then(({ sayKindly }) => sayKindly(event, go)))
  }, [router])
  if (!seat?.routed) return null
  return (
    <Suspense>
      <Stack {...(mood ? { mood } : {})} />
      <SeatPanel />
    </Suspense>
  )
}
