import { useState } from 'react'
import { Refused } from '#ui/api'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { FileChip, FileDrop } from '#ui/drop'
import { tell } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Notice } from '#ui/layout'
import { useSend } from '#ui/query'
import { Select } from '#ui/select'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  getHistory,
  getOverview,
  importUnreadable,
  listImports,
  MOST_IMPORT_CHARACTERS,
  postImport,
  type KnownStream,
  type LineTrouble,
} from '../../contract.ts'
import { knownChannels, useChannelName, useStreamName } from '../use-stream-name.ts'
import { words } from './words.ts'

const NO_QUEUE = '-'
type Troubles = { troubles: readonly LineTrouble[]; more: number }

type Bringing = { streams: readonly KnownStream[]; zone: string; onClose: () => void }

/** A file of the past: all of it, or what is wrong with it line by line. */
export function BringDialog({ streams, zone, onClose }: Bringing) {
  const say = useWords(words)
  const [file, setFile] = useState<File | null>(null)
  const [channel, setChannel] = useState<string>('phone')
  const [queue, setQueue] = useState(NO_QUEUE)
  const [missing, setMissing] = useState<'guess' | 'zero' | 'gap'>('guess')
  const [troubles, setTroubles] = useState<Troubles | null>(null)
  const nameOf = useStreamName()
  const channelName = useChannelName()
  const bring = useSend(postImport, {
    refetch: [getOverview, getHistory, listImports],
    onDone: ({ known_already, intervals }) => {
      toast({ text: known_already ? say('fileKnown') : say('fileBrought', { count: intervals }), tone: 'good' })
      onClose()
    },
    onError: (error) => {
      const isOfLines = error instanceof Refused && error.code === importUnreadable.code
      if (isOfLines) setTroubles(error.details as Troubles) // as the refusal declares them
      else tell(error)
    },
  })
  const queues = [...new Map(streams.flatMap((each) => (each.stream.queue ? [[each.stream.queue, each] as const] : []))).values()]
  const send = async (): Promise<void> => {
    if (!file) return
    setTroubles(null)
    bring.mutate({ name: file.name, text: await file.text(), channel, missing, queue: queue === NO_QUEUE ? '' : queue })
  }
  return (
    <Dialog
      open
      title={say('fileTitle')}
      onClose={onClose}
      foot={
        <Button tone="primary" icon="upload" busy={bring.isPending} isDisabled={!file} onPress={() => void send()}>
          {say('fileBring')}
        </Button>
      }
    >
      <div className="ui-stack" data-gap="4">
        <p>{say('fileText')}</p>
        <p className="forecasting-quiet">{say('fileZone', { zone })}</p>
        <div>
          <small className="forecasting-quiet">{say('fileExample')}</small>
          <pre className="forecasting-example">{'horodatage;appels;dmt\n02/03/2026 08:00;14;312\n02/03/2026 08:15;19;298'}</pre>
        </div>
        {file ? (
          <FileChip name={file.name} bytes={file.size} onRemove={() => (setFile(null), setTroubles(null))} />
        ) : (
          <FileDrop
            bounds={{ files: 1, bytes: MOST_IMPORT_CHARACTERS }}
            held={0}
            onFiles={([first]) => first && setFile(first)}
            onRefused={(text) => toast({ text, tone: 'danger' })}
          />
        )}
        {troubles && <TroublesShown {...troubles} />}
        <div className="forecasting-two">
          <Select
            label={say('fileChannel')}
            options={knownChannels.map((id) => ({ id, label: channelName(id) }))}
            value={channel}
            onChange={setChannel}
          />
          <Select
            label={say('fileQueue')}
            options={[
              { id: NO_QUEUE, label: say('fileNoQueue') },
              ...queues.map((each) => ({ id: each.stream.queue, label: each.label || nameOf(each) })),
            ]}
            value={queue}
            onChange={setQueue}
          />
        </div>
        <Select
          label={say('fileMissing')}
          options={(['guess', 'zero', 'gap'] as const).map((id) => ({ id, label: say(`missing_${id}`) }))}
          value={missing}
          onChange={setMissing}
        />
      </div>
    </Dialog>
  )
}

function TroublesShown({ troubles, more }: Troubles) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <Notice tone="danger" title={importUnreadable[spoken]}>
      <ul className="forecasting-troubles">
        {troubles.slice(0, 12).map((trouble) => (
          <li key={`${trouble.line} ${trouble.en}`}>
            <strong>{say('fileTrouble', { line: trouble.line })}</strong> {trouble[spoken]}
          </li>
        ))}
        {more + Math.max(0, troubles.length - 12) > 0 && (
          <li>{say('fileMore', { count: more + Math.max(0, troubles.length - 12) })}</li>
        )}
      </ul>
    </Notice>
  )
}
