import { useCallback, useRef, useState } from 'react'
import { Button } from '#ui/button'
import { FileChip } from '#ui/drop'
import { tell } from '#ui/failure'
import { Progress } from '#ui/loading'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { MOST_ATTACHED_BYTES, type CaseId } from '../../contract.ts'
import { words } from './composer-words.ts'
import type { Attached } from './draft.ts'
import { uploadFile } from './upload.ts'

export type Coming = { key: number; name: string; size: number; part: number; stop: () => void }
type Bringing = { coming: readonly Coming[]; bring: (files: readonly File[]) => void }

/** Files on their way to the case. What is out of bounds is refused before it leaves. */
export function useUploads(caseId: CaseId, held: readonly Attached[], onFile: (file: Attached) => void): Bringing {
  const say = useWords(words)
  const [coming, setComing] = useState<readonly Coming[]>([])
  const next = useRef(0)
  const bring = useCallback(
    (files: readonly File[]) => {
      let room = MOST_ATTACHED_BYTES - [...held, ...coming].reduce((sum, { size }) => sum + size, 0)
      for (const file of files) {
        if (file.size === 0 || file.size > room) {
          toast({ tone: 'danger', text: say(file.size === 0 ? 'emptyFile' : 'tooBig', { name: file.name }) })
          continue
        }
        room -= file.size
        const key = next.current++
        const stopping = new AbortController()
        setComing((all) => [...all, { key, name: file.name, size: file.size, part: 0, stop: () => stopping.abort() }])
        const onPart = (part: number) => setComing((all) => all.map((each) => (each.key === key ? { ...each, part } : each)))
        uploadFile(caseId, file, { onPart, signal: stopping.signal })
          .then(onFile, (error: unknown) => !(error instanceof DOMException) && tell(error))
          .finally(() => setComing((all) => all.filter((each) => each.key !== key)))
      }
    },
    [caseId, held, coming, onFile, say],
  )
  return { coming, bring }
}

type Holding = { files: readonly Attached[]; coming: readonly Coming[]; onRemove: (file: Attached) => void }

export function Files({ files, coming, onRemove }: Holding) {
  const say = useWords(words)
  if (files.length + coming.length === 0) return null
  return (
    <div className="cases-files">
      {files.map((file) => (
        <FileChip key={file.id} name={file.name} bytes={file.size} onRemove={() => onRemove(file)} />
      ))}
      {coming.map((each) => (
        <span key={each.key} className="cases-coming">
          <Progress label={say('uploading', { name: each.name })} value={each.part} />
          <Button size="small" tone="quiet" icon="close" aria-label={say('stopUpload', { name: each.name })} onPress={each.stop}>
            {say('cancel')}
          </Button>
        </span>
      ))}
    </div>
  )
}
