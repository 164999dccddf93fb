import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  getAccuracy, getForecastChanges, getOverview, getPublished, listForecastRuns, listPublications, postPublication, type Changes, type ForecastRun,
} from '../../contract.ts' // prettier-ignore
import { change, dayOf, hourOf, number } from '../say.ts'
import { useStreamName } from '../use-stream-name.ts'
import { words } from './words.ts'

type Publishing = { run: ForecastRun; zone: string; mayPublish: boolean; onClose: () => void }

/** What publishing would change, and the button that does it. */
export function PublishDialog({ run, zone, mayPublish, onClose }: Publishing) {
  const say = useWords(words)
  const spoken = useLanguage()
  const [note, setNote] = useState('')
  const changes = useAsk(getForecastChanges, { id: run.id })
  const publish = useSend(postPublication, {
    refetch: [listForecastRuns, getOverview, getPublished, listPublications, getAccuracy],
    onDone: () => {
      toast({ text: say('published'), tone: 'good' })
      onClose()
    },
  })
  const where = { spoken, zone }
  const from = changes.data ? Date.parse(changes.data.from) : 0
  return (
    <Dialog
      open
      size="wide"
      title={say('publishTitle')}
      onClose={onClose}
      foot={
        mayPublish && (
          <Button
            tone="primary"
            icon="check"
            busy={publish.isPending}
            isDisabled={!changes.data}
            onPress={() => publish.mutate({ id: run.id, note: note.trim() })}
          >
            {say('publish')}
          </Button>
        )
      }
    >
      <div className="ui-stack" data-gap="4">
        {changes.isError && <Failure error={changes.error} />}
        {changes.isPending && <Skeleton lines={5} />}
        {changes.data && (
          <>
            <p>{say('publishText', { from: `${dayOf(from, where)} ${hourOf(from, where)}` })}</p>
            {!changes.data.current && <p>{say('publishFirst')}</p>}
            <ChangesTable changes={changes.data} />
          </>
        )}
        {mayPublish && <TextField label={say('note')} value={note} onChange={setNote} maxLength={500} />}
      </div>
    </Dialog>
  )
}

function ChangesTable({ changes }: { changes: Changes }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const nameOf = useStreamName()
  return (
    <table className="forecasting-race">
      <thead>
        <tr>
          <th scope="col">{say('stream')}</th>
          <th scope="col">{say('before')}</th>
          <th scope="col">{say('afterwards')}</th>
          <th scope="col">{say('change')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.streams.map((each) => (
          <tr key={`${each.stream.queue}|${each.stream.channel}`}>
            <th scope="row">{nameOf(each)}</th>
            <td>{each.before === null ? '–' : number(each.before, spoken)}</td>
            <td>{number(each.afterwards, spoken)}</td>
            <td>{each.before === null || each.before === 0 ? '–' : change(each.afterwards / each.before - 1, spoken)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
