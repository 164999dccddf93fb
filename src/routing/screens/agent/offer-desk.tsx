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
  useEffect(() => hearMine((event) => void import('./ended-kindly.ts').then(({ sayKindly }) => sayKindly(event))), [])
  if (!seat?.routed) return null
  return (
    <Suspense>
      <Stack {...(mood ? { mood } : {})} />
      <SeatPanel />
    </Suspense>
  )
}
