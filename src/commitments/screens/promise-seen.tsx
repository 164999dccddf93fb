import { useState } from 'react'
import type { Case } from '#cases/contract'
import { Button } from '#ui/button'
import { Icon } from '#ui/icon'
import { useAsk, useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { postPromise, postProposals, putWithdrawn, type Promised, type Proposal } from '../contract.ts'
import { useDueWords } from './use-due-words.ts'
import { useSettled } from './moment-field.tsx'
import { dueOf, touched } from './promise-dialog.tsx'
import { words } from './words.ts'
import './commitments.css'

// Without one of these a text holds no moment, and the server is not asked. Both languages: who serves writes in either.
const SPEAKS_OF_TIME =
  /\d|demain|jour|matin|midi|soir|semaine|mois|heure|quart|quinzaine|huitaine|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|tomorrow|today|tonight|noon|morning|afternoon|evening|week|month|hour|day\b|eod|cob/i
const SETTLED_MILLISECONDS = 700

type Seen = { found: Pick<Case, 'id'>; text: string }

/** A promise seen in what is being written: one click notes it. Quiet, and never in the way. */
export function PromiseSeen({ found, text }: Seen) {
  const [ignored, setIgnored] = useState<readonly string[]>([])
  const [noted, setNoted] = useState<readonly { quote: string; made: Promised }[]>([])
  const settled = useSettled(text.trim(), SETTLED_MILLISECONDS).slice(0, 20_000)
  const asks = settled.length > 8 && SPEAKS_OF_TIME.test(settled)
  const { data } = useAsk(
    postProposals,
    { case: found.id, text: settled, typed: false },
    { enabled: asks, staleSeconds: 60, keepPrevious: true },
  )
  const seen = asks ? (data?.items ?? []) : []
  const known = new Set([...ignored, ...noted.map(({ quote }) => quote)])
  const next = seen.find(({ quote }) => !known.has(quote) && text.includes(quote))
  const last = noted.findLast(({ quote }) => text.includes(quote))
  if (next)
    return (
      <Offer
        found={found}
        seen={next}
        onNoted={(made) => setNoted((before) => [...before, { quote: next.quote, made }])}
        onIgnore={() => setIgnored((before) => [...before, next.quote])}
      />
    )
  return last ? <Noted made={last.made} onUndone={() => setNoted((before) => before.filter((each) => each !== last))} /> : null
}

type Offering = { found: Seen['found']; seen: Proposal; onNoted: (made: Promised) => void; onIgnore: () => void }

function Offer({ found, seen, onNoted, onIgnore }: Offering) {
  const say = useWords(words)
  const when = useDueWords()
  const make = useSend(postPromise, { refetch: touched, onDone: onNoted })
  return (
    <div className="commitments-seen" role="status">
      <Icon name="promise" size={16} />
      <span>
        {say('seen')}
        <strong>{when(seen)}</strong>
      </span>
      <Button
        size="small"
        busy={make.isPending}
        onPress={() => make.mutate({ case: found.id, what: seen.what, due: dueOf(seen) })}
      >
        {say('note')}
      </Button>
      <Button size="small" tone="quiet" onPress={onIgnore}>
        {say('ignore')}
      </Button>
    </div>
  )
}

function Noted({ made, onUndone }: { made: Promised; onUndone: () => void }) {
  const say = useWords(words)
  const when = useDueWords()
  const undo = useSend(putWithdrawn, { refetch: touched, onDone: onUndone })
  return (
    <div className="commitments-seen" role="status">
      <Icon name="check" size={16} />
      <span>
        {say('noted')}
        <strong>{when(made)}</strong>
      </span>
      <Button
        size="small"
        tone="quiet"
        busy={undo.isPending}
        onPress={() => undo.mutate({ id: made.id, because: say('wrongPromise') })}
      >
        {say('undo')}
      </Button>
    </div>
  )
}
