import { useCallback, useRef, useState } from 'react'
import type { CaseId } from '#cases/contract'
import { MOST_ATTACHED_BYTES } from '#cases/contract'
import { bringFile, type Brought } from '#ui/bring-file'
import { IconButton } from '#ui/button'
import { FileChip } from '#ui/drop'
import { tell } from '#ui/failure'
import { size } from '#ui/instant'
import { useLanguage } from '#ui/language'
import { Progress } from '#ui/loading'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import type { Attached } from './outbox.ts'
import { words } from './writing-words.ts'

export type Coming = { key: number; name: string; size: number; part: number; stop: () => void }

/** Files on their way. What is empty or too big is refused before it leaves. */
export function useBringing(caseId: CaseId, held: readonly Attached[], onFile: (file: Brought) => void) {
  const say = useWords(words)
  const spoken = useLanguage()
  const [coming, setComing] = useState<readonly Coming[]>([])
  const next = useRef(0)
  const bring = useCallback(
    (files: readonly File[]) => {
      let room = MOST_ATTACHED_BYTES - [...held, ...coming].reduce((sum, file) => sum + file.size, 0)
      for (const file of files) {
        if (file.size === 0 || file.size > room) {
          const limit = size(MOST_ATTACHED_BYTES, spoken)
          toast({ tone: 'danger', text: file.size === 0 ? say('emptyFile', { name: file.name }) : say('tooBig', { name: file.name, limit }) }) // prettier-ignore
          continue
        }
        room -= file.size
        const key = next.current++
        const stopping = new AbortController()
        setComing((all) => [...all, { key, name: file.name, size: file.size, part: 0, stop: () => stopping.abort() }])
        const onPart = (part: number) => setComing((all) => all.map((each) => (each.key === key ? { ...each, part } : each)))
        bringFile(`/api/v1/cases/${caseId}/uploads`, file, { onPart, signal: stopping.signal })
          .then(onFile, (error: unknown) => !(error instanceof DOMException) && tell(error))
          .finally(() => setComing((all) => all.filter((each) => each.key !== key)))
      }
    },
    [caseId, held, coming, onFile, say, spoken],
  )
  return { coming, bring }
}

type Holding = { files: readonly Attached[]; coming: readonly Coming[]; onRemove: (id: string) => void }

export function FilesComing({ files, coming, onRemove }: Holding) {
  const say = useWords(words)
  if (files.length + coming.length === 0) return null
  return (
    <div className="chats-coming">
      {files.map((file) => (
        <FileChip key={file.id} name={file.name} bytes={file.size} onRemove={() => onRemove(file.id)} />
      ))}
      {coming.map((each) => (
        <span key={each.key} className="chats-coming-one">
          <Progress label={say('uploading', { name: each.name })} value={each.part} />
          <IconButton size="small" icon="close" label={say('stopUpload', { name: each.name })} onPress={each.stop} />
        </span>
      ))}
    </div>
  )
}

export function AttachButton({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const say = useWords(words)
  const field = useRef<HTMLInputElement>(null)
  const take = (list: FileList | null) => {
    onFiles([...(list ?? [])])
    if (field.current) field.current.value = '' // the same file may be chosen again
  }
  return (
    <>
      <IconButton icon="attach" size="small" label={say('attach')} onPress={() => field.current?.click()} />
      <input ref={field} type="file" multiple hidden onChange={(event) => take(event.target.files)} />
    </>
  )
}
