import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, ButtonLink } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Notice, Page, Panel } from '#ui/layout'
import { Progress, Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { deleteRun, getResult, getRun, listRuns, putCancelled, putKept, type Run, type RunId } from '../contract.ts'
import { ResultShown } from './result/result.tsx'
import { useRunName } from './run-name.ts'
import { words } from './words.ts'
import './rehearsal.css'

/** One rehearsal: how far it is, and what it came to. */
export function RehearsalPage() {
  const { id } = useParams({ strict: false })
  const asked = useAsk(getRun, { id: id as RunId }) // from the address; the server knows whether it is one
  const run = asked.data
  if (run) return <Known run={run} />
  if (asked.isError) return <Failure error={asked.error} onRetry={() => void asked.refetch()} />
  return <Skeleton lines={8} />
}

function Known({ run }: { run: Run }) {
  const say = useWords(words)
  const { name, about } = useRunName()(run)
  return (
    <Page
      title={name}
      lead={about}
      actions={
        <ButtonLink href="/desk/rehearsal" tone="quiet" icon="left">
          {say('back')}
        </ButtonLink>
      }
    >
      {run.state === 'done' ? (
        <Result run={run} />
      ) : run.state === 'failed' || run.state === 'cancelled' ? (
        <Ended run={run} />
      ) : (
        <UnderWay run={run} />
      )}
      {run.state !== 'asked' && run.state !== 'reading' && run.state !== 'rehearsing' && <Actions run={run} />}
    </Page>
  )
}

function Result({ run }: { run: Run }) {
  const asked = useAsk(getResult, { id: run.id }, { staleSeconds: 3_600 })
  if (asked.data) return <ResultShown result={{ ...asked.data, run }} />
  if (asked.isError) return <Failure error={asked.error} onRetry={() => void asked.refetch()} />
  return (
    <Panel>
      <Skeleton lines={8} />
    </Panel>
  )
}

const stageWords = { asked: 'progressAsked', reading: 'progressReading', rehearsing: 'progressRehearsing' } as const

function UnderWay({ run }: { run: Run }) {
  const say = useWords(words)
  const cancel = useSend(putCancelled, { refetch: [getRun, listRuns] })
  const stage = run.state === 'reading' || run.state === 'rehearsing' ? run.state : 'asked'
  return (
    <Panel>
      <div className="rehearsal-under-way">
        <Progress label={say(stageWords[stage])} {...(stage === 'asked' ? {} : { value: run.progress })} />
        <p>{say('progressText')}</p>
        {run.may.includes('cancel') && (
          <Button icon="close" busy={cancel.isPending} onPress={() => cancel.mutate({ id: run.id })}>
            {say('cancel')}
          </Button>
        )}
      </div>
    </Panel>
  )
}

function Ended({ run }: { run: Run }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const again = <ButtonLink href={`/desk/rehearsal/new?from=${run.id}`}>{say('again')}</ButtonLink>
  if (run.state === 'cancelled')
    return (
      <Panel>
        <Empty drawing="shut" title={say('cancelledTitle')} action={again}>
          {say('cancelledText')}
        </Empty>
      </Panel>
    )
  return (
    <Notice tone="danger" title={say('failedTitle')} action={again}>
      {run.failed?.[spoken]}
    </Notice>
  )
}

function Actions({ run }: { run: Run }) {
  const say = useWords(words)
  const go = useNavigate()
  const keep = useSend(putKept, { refetch: [getRun, listRuns] })
  const forget = useSend(deleteRun, {
    refetch: [listRuns],
    onDone: () => {
      toast({ text: say('forgotten') })
      void go({ to: '/rehearsal' })
    },
  })
  return (
    <div className="rehearsal-actions" role="group" aria-label={say('actions')}>
      {run.state === 'done' && <ButtonLink href={`/desk/rehearsal/new?from=${run.id}`}>{say('again')}</ButtonLink>}
      {run.may.includes('keep') && (
        <Button busy={keep.isPending} onPress={() => keep.mutate({ id: run.id, kept: run.kept_at === null })}>
          {say(run.kept_at ? 'unkeep' : 'keep')}
        </Button>
      )}
      {run.may.includes('forget') && (
        <Confirm
          label={say('forget')}
          question={say('forgetSure')}
          yes={say('forget')}
          tone="quiet"
          onYes={() => forget.mutate({ id: run.id })}
        />
      )}
      {run.forgotten_at && !run.kept_at && <ForgottenOn at={run.forgotten_at} />}
    </div>
  )
}

function ForgottenOn({ at }: { at: string }) {
  const say = useWords(words)
  const [before = '', after = ''] = say('keepUntil', { date: '\u0000' }).split('\u0000')
  return (
    <small>
      {before}
      <Time at={at} as="day" />
      {after}
    </small>
  )
}
