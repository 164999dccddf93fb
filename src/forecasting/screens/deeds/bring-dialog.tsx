import { useState } from 'react'
import { Refused } from '#ui/api'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { FileChip, FileDrop } from '#ui/drop'
import { tell } from '#ui/failure'
import { Skeleton } from '#ui/loading'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getHistory, getOverview, importUnreadable, listImports, MOST_IMPORT_CHARACTERS, postImport, type KnownStream, type LineTrouble } from '../../contract.ts' // prettier-ignore
import { BringColumns } from './bring-columns.tsx'
import { TroublesShown, WouldBe } from './bring-outcome.tsx'
import { Otherwise } from './bring-otherwise.tsx'
import { useBringing } from './use-bringing.ts'
import { words } from './words.ts'

type Shown = { streams: readonly KnownStream[]; zone: string; onClose: () => void }

/** A file of the past: which column says what, what it comes to, and then all of it, or what is wrong with it line by line. */
export function BringDialog({ streams, zone, onClose }: Shown) {
  const say = useWords(words)
  const [troubles, setTroubles] = useState<{ troubles: readonly LineTrouble[]; more: number } | null>(null)
  const bringing = useBringing(() => setTroubles(null))
  const { file, preview } = bringing
  const bring = useSend(postImport, {
    refetch: [getOverview, getHistory, listImports],
    onDone: ({ known_already, intervals }) => {
      toast({ text: known_already ? say('fileKnown') : say('fileBrought', { count: intervals }), tone: 'good' })
      onClose()
    },
    onError: (error) => {
      const isOfLines = error instanceof Refused && error.code === importUnreadable.code
      if (isOfLines) setTroubles(error.details as { troubles: LineTrouble[]; more: number }) // as the refusal declares them
      else tell(error)
    },
  })
  const isRead = preview !== null && preview.read !== null && troubles === null
  return (
    <Dialog
      open
      size="wide"
      title={say('fileTitle')}
      onClose={onClose}
      foot={
        <Button tone="primary" icon="upload" busy={bring.isPending} isDisabled={!file || !isRead} onPress={() => file && bring.mutate(bringing.wish(file))}>
          {say('fileBring')}
        </Button>
      }
    >
      <div className="ui-stack" data-gap="4">
        {file ? <FileChip name={file.name} bytes={file.size} onRemove={bringing.drop} /> : <Choose zone={zone} onFile={bringing.take} />}
        {file && !preview && <Skeleton lines={5} />}
        {preview && preview.headings.length > 0 && <BringColumns preview={preview} onSay={bringing.say} />}
        {preview && <Otherwise streams={streams} bringing={bringing} says={Object.keys(preview.columns)} />}
        {troubles ? <TroublesShown {...troubles} taken={false} /> : preview && <WouldBe preview={preview} streams={streams} zone={zone} isPart={file?.isLong ?? false} />}
      </div>
    </Dialog>
  ) // prettier-ignore
}

function Choose({ zone, onFile }: { zone: string; onFile: (file: File) => Promise<void> }) {
  const say = useWords(words)
  return (
    <>
      <p>{say('fileText')}</p>
      <FileDrop
        bounds={{ files: 1, bytes: MOST_IMPORT_CHARACTERS }}
        held={0}
        onFiles={([first]) => first && void onFile(first)}
        onRefused={(text) => toast({ text, tone: 'danger' })}
      />
      <div>
        <small className="forecasting-quiet">{say('fileExample')}</small>
        <pre className="forecasting-example">{'horodatage;appels;dmt\n02/03/2026 08:00;14;312\n02/03/2026 08:15;19;298'}</pre>
      </div>
      <p className="forecasting-quiet">{say('fileZone', { zone })}</p>
    </>
  )
}
