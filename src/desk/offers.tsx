import { lazy, Suspense } from 'react'
import { useMay, useWhoIAm } from './session.ts'

const OfferDesk = lazy(async () => ({ default: (await import('#routing/screens')).OfferDesk }))
const MoodWord = lazy(async () => ({ default: (await import('#today/screens')).MoodWord }))

/** Work that is offered, over whatever page is open. Fetched after the first page, and by nobody who is offered none. */
export function Offers() {
  const may = useMay()
  const who = useWhoIAm()
  if (!who?.person || !may('routing.take')) return null
  return (
    <Suspense>
      <OfferDesk mood={MoodWord} />
    </Suspense>
  )
}
