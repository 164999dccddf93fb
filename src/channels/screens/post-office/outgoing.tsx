import type { z } from 'zod'
import { Badge, type BadgeTone } from '#ui/badge'
import { ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Notice, Panel, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { Table } from '#ui/table'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { getOutgoing, type keptMailShape } from '../../contract.ts'
import { Letters } from './letters.tsx'
import { words } from './words.ts'

type Mail = z.infer<typeof keptMailShape>
const tones: Record<string, BadgeTone> = { handed_over: 'good', kept: 'info', failed: 'danger', uncertain: 'promise' }
const states = ['handed_over', 'kept', 'failed', 'uncertain', 'queued', 'leaving', 'cancelled'] as const

/** What was written here, and what became of it. */
export function Outgoing() {
  const say = useWords(words)
  const { data, error, refetch } = useAsk(getOutgoing, {})
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton kind="rows" />
  return (
    <Stack>
      {data.relay ? <Notice tone="good">{say('relay', { relay: data.relay })}</Notice> : <Notice>{say('noRelay')}</Notice>}
      <Panel flush>
        <Table
          label={say('outgoing')}
          rows={data.items}
          idOf={({ interaction }) => interaction}
          columns={[
            { id: 'state', title: say('state'), width: 'narrow', cell: (mail) => <State mail={mail} /> },
            { id: 'to', title: say('to'), cell: ({ to }) => to.join(', ') },
            { id: 'subject', title: say('subject'), width: 'wide', cell: ({ subject }) => subject },
            {
              id: 'when',
              title: say('when'),
              quiet: true,
              width: 'narrow',
              cell: ({ composed_at }) => <Time at={composed_at} />,
            },
            { id: 'case', title: say('case'), width: 'narrow', align: 'end', cell: (mail) => <CaseLink mail={mail} /> },
          ]}
          empty={
            <Empty drawing="letter" title={say('noneOut')}>
              {say('noneOutText')}
            </Empty>
          }
        />
      </Panel>
      <Letters />
    </Stack>
  )
}

function State({ mail }: { mail: Mail }) {
  const say = useWords(words)
  const state = states.find((each) => each === mail.state)
  return (
    <span title={mail.last_answer ?? undefined}>
      <Badge tone={tones[mail.state] ?? 'neutral'}>{state ? say(state) : mail.state}</Badge>
      {mail.attempts > 1 && <small> {say('attempts', { count: mail.attempts })}</small>}
    </span>
  )
}

function CaseLink({ mail }: { mail: Mail }) {
  const say = useWords(words)
  return (
    <ButtonLink size="small" tone="quiet" icon="cases" href={`/desk/cases/${mail.case_id}`}>
      {say('caseNumber', { number: String(mail.case_number) })}
    </ButtonLink>
  )
}
