// The forecast under way, the one that failed, the one that waits to be published.
import { useState } from 'react'
import { Button } from '#ui/button'
import { useLanguage } from '#ui/language'
import { Notice, Panel } from '#ui/layout'
import { Progress } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { listForecastRuns, putForecastCancelled, type ForecastRun, type Overview } from '../contract.ts'
import { PublishDialog } from './deeds/publish-dialog.tsx'
import { words } from './words.ts'

const stages = { asked: 'runAsked', reading: 'runReading', forecasting: 'runForecasting' } as const

export function RunBar({ overview }: { overview: Overview }) {
  const runs = useAsk(listForecastRuns, { limit: 5 })
  const latest = runs.data?.items[0]
  if (!latest) return null
  if (latest.state === 'asked' || latest.state === 'reading' || latest.state === 'forecasting')
    return <UnderWay run={latest} stage={latest.state} />
  if (latest.state === 'failed') return <Failed run={latest} />
  const isNew = latest.state === 'done' && latest.publications.length === 0 && latest.may.includes('publish')
  return isNew ? <Ready run={latest} zone={overview.zone} mayPublish={overview.may_manage} /> : null
}

function UnderWay({ run, stage }: { run: ForecastRun; stage: keyof typeof stages }) {
  const say = useWords(words)
  const cancel = useSend(putForecastCancelled, { refetch: [listForecastRuns] })
  return (
    <Panel>
      <div className="forecasting-under-way">
        <Progress label={say(stages[stage])} {...(stage === 'asked' ? {} : { value: run.progress })} />
        <p>{say('runText')}</p>
        {run.may.includes('cancel') && (
          <Button icon="close" size="small" busy={cancel.isPending} onPress={() => cancel.mutate({ id: run.id })}>
            {say('cancel')}
          </Button>
        )}
      </div>
    </Panel>
  )
}

function Failed({ run }: { run: ForecastRun }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <Notice tone="danger" title={say('failedTitle')}>
      {run.failed?.[spoken]}
    </Notice>
  )
}

function Ready({ run, zone, mayPublish }: { run: ForecastRun; zone: string; mayPublish: boolean }) {
  const say = useWords(words)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Notice
        tone="promise"
        icon="star"
        title={say('readyTitle')}
        action={
          <Button size="small" onPress={() => setOpen(true)}>
            {say('compare')}
          </Button>
        }
      >
        {say('readyText')}
      </Notice>
      {open && <PublishDialog run={run} zone={zone} mayPublish={mayPublish} onClose={() => setOpen(false)} />}
    </>
  )
}
