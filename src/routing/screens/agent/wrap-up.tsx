import { useState } from 'react'
import { Button } from '#ui/button'
import { refetch, useAsk, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { getCase, listCases, listReasons, patchCase, type CaseId, type ReasonId } from '#cases/contract'
import { getItem, type MySeat } from '../../contract.ts'
import { wrapUp } from './deeds.ts'
import { words } from './offer-words.ts'
import { TimeRing } from './ring.tsx'
import { useSecondsLeft } from './use-held.ts'

type Wrapping = NonNullable<MySeat['wrapping']>

/** Finishing what was just done: how long, the reason of the contact, and a little longer, once. */
export function WrapUpCard({ wrapping, ahead_ms }: { wrapping: Wrapping; ahead_ms: number }) {
  const say = useWords(words)
  const [busy, setBusy] = useState(false)
  const [first] = useState(wrapping.until) // prolonged once, it ends later than it did
  const left = useSecondsLeft(wrapping.until, ahead_ms) ?? 0
  const lasts = (Date.parse(wrapping.until) - Date.parse(wrapping.since)) / 1000
  const press = (done: boolean) => {
    setBusy(true)
    void wrapUp(done).finally(() => setBusy(false))
  }
  return (
    <article className="routing-offer routing-wrap" aria-labelledby={`wrap-${wrapping.item_id}`}>
      <header className="routing-offer-head">
        <TimeRing left={left} of={lasts} label={say('wrapLeft', { seconds: left })} />
        <div className="routing-offer-what">
          <h2 id={`wrap-${wrapping.item_id}`}>{say('wrapTitle', { title: wrapping.title })}</h2>
          <p>{say('wrapText')}</p>
        </div>
      </header>
      <ReasonOfContact item={wrapping.item_id} />
      <footer className="routing-offer-foot">
        {first === wrapping.until && (
          <Button tone="quiet" icon="clock" isDisabled={busy} onPress={() => press(false)}>
            {say('wrapLonger')}
          </Button>
        )}
        <Button tone="primary" icon="check" busy={busy} onPress={() => press(true)}>
          {say('wrapDone')}
        </Button>
      </footer>
    </article>
  )
}

function ReasonOfContact({ item }: { item: Wrapping['item_id'] }) {
  const id = useAsk(getItem, { id: item }, { staleSeconds: 600 }).data?.case?.id
  return id ? <ReasonOfCase id={id} /> : null
}

function ReasonOfCase({ id }: { id: CaseId }) {
  const say = useWords(words)
  const found = useAsk(getCase, { id }, { staleSeconds: 60 }).data
  const reasons = useAsk(listReasons, {}, { staleSeconds: 300 }).data?.items ?? []
  const change = useSend(patchCase, { onDone: () => void refetch(getCase, listCases) })
  if (!found || reasons.length === 0 || !found.may.includes('case.edit')) return null
  return (
    <Select
      label={say('reason')}
      options={[{ id: '', label: say('noReason') }, ...reasons.map((reason) => ({ id: String(reason.id), label: reason.name }))]}
      value={found.reason?.id ?? ''}
      onChange={(chosen) => change.mutate({ id, version: found.version, reason_id: chosen === '' ? null : (chosen as ReasonId) })} // chosen among reasons
    />
  )
}
