import { Badge, type BadgeTone } from '#ui/badge'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Panel } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Table } from '#ui/table'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { listLetters, postLetterRetry, type Letter } from '../../contract.ts'
import { words } from './letters-words.ts'
import { words as office } from './words.ts'

const tones: Partial<Record<Letter['state'], BadgeTone>> = {
  handed_over: 'good',
  kept: 'info',
  failed: 'danger',
  uncertain: 'promise',
}

/** What left about tasks and to colleagues, and what became of it. */
export function Letters() {
  const say = useWords(words)
  const of = useWords(office)
  const { data } = useAsk(listLetters, { limit: 50 })
  if (!data) return null
  return (
    <Panel flush title={say('title')}>
      <Table
        label={say('label')}
        rows={data.items}
        idOf={({ id }) => id}
        columns={[
          { id: 'state', title: of('state'), width: 'narrow', cell: (letter) => <State letter={letter} /> },
          { id: 'what', title: say('what'), width: 'narrow', cell: ({ what }) => say(`what_${what}`) },
          { id: 'to', title: of('to'), cell: ({ to }) => to.name || to.address },
          { id: 'subject', title: of('subject'), width: 'wide', cell: ({ subject }) => subject ?? '' },
          { id: 'when', title: of('when'), quiet: true, width: 'narrow', cell: ({ queued_at }) => <Time at={queued_at} /> },
          { id: 'again', title: say('again'), width: 'narrow', align: 'end', cell: (letter) => <Again letter={letter} /> },
        ]}
        empty={
          <Empty drawing="letter" title={say('none')}>
            {say('noneText')}
          </Empty>
        }
      />
    </Panel>
  )
}

function State({ letter: { state, detail } }: { letter: Letter }) {
  const say = useWords(words)
  const of = useWords(office)
  return (
    <span title={detail ?? undefined}>
      <Badge tone={tones[state] ?? 'neutral'}>{state === 'not_needed' ? say('not_needed') : of(state)}</Badge>
    </span>
  )
}

function Again({ letter: { id, state } }: { letter: Letter }) {
  const say = useWords(words)
  const again = useSend(postLetterRetry, { refetch: [listLetters] })
  if (state !== 'failed' && state !== 'uncertain' && state !== 'kept') return null
  return (
    <Button size="small" tone="quiet" busy={again.isPending} onPress={() => again.mutate({ id })}>
      {say('again')}
    </Button>
  )
}
