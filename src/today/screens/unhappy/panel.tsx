import { lazy, Suspense, useState } from 'react'
import type { Case } from '#cases/contract'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Panel } from '#ui/layout'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { getUnhappiness } from '../../contract.ts'
import { Signals } from './list.tsx'
import { words } from './words.ts'

const CalmDialog = lazy(async () => ({ default: (await import('../calm.tsx')).CalmDialog }))

/** Beside a case: that its customer is unhappy, what tells so, and a way to say otherwise. Nothing while they are calm. */
export function UnhappyPanel({ found }: { found: Case }) {
  const say = useWords(words)
  const [calming, setCalming] = useState(false)
  const mood = useAsk(getUnhappiness, { case: found.id }).data
  if (!mood || mood.mood === 'calm') return null
  return (
    <Panel
      title={say('panel')}
      tone="promise"
      actions={
        found.may.includes('case.note') && (
          <Button size="small" tone="quiet" onPress={() => setCalming(true)}>
            {say('dismiss')}
          </Button>
        )
      }
    >
      {mood.mood === 'very_unhappy' && <Badge tone="danger">{say('very_unhappy')}</Badge>}
      <Signals of={mood} />
      <Suspense>{calming && <CalmDialog of={found.id} onClose={() => setCalming(false)} />}</Suspense>
    </Panel>
  )
}
