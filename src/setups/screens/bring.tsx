// A set-up of one's own: downloaded, changed, brought back.
import { useRef, useState } from 'react'
import { send } from '#ui/api'
import { Button } from '#ui/button'
import { Failure, tell } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Notice, Panel } from '#ui/layout'
import { Menu } from '#ui/menu'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getSetupDocument, listSetups, postSetupDocument, setupShape, type ListedSetup } from '../contract.ts'
import { words } from './words.ts'

export function Bring({ setups }: { setups: readonly ListedSetup[] }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const file = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const bring = useSend(postSetupDocument, {
    refetch: [listSetups],
    onDone: ({ name }) => toast({ text: say('ownDone', { name: name[spoken] }), tone: 'good' }),
    onError: () => {}, // shown in place
  })
  const read = async (chosen: File | undefined) => {
    setWrong(null)
    const document = setupShape.safeParse(parsed(await chosen?.text()))
    if (document.success) return bring.mutate({ document: document.data })
    const [issue] = document.error.issues
    setWrong(issue ? `${issue.path.join('.')} — ${issue.message}` : '')
  }
  return (
    <Panel title={say('own')}>
      <div className="setups-own">
        <p>{say('ownText')}</p>
        <div className="setups-deeds">
          <Menu
            label={say('download')}
            trigger={<Button icon="download">{say('download')}</Button>}
            groups={[
              { choices: setups.map(({ id, name }) => ({ id, label: name[spoken], run: () => void download(id).catch(tell) })) },
            ]}
          />
          <Button icon="upload" busy={bring.isPending} onPress={() => file.current?.click()}>
            {say('ownFile')}
          </Button>
          <input
            ref={file}
            type="file"
            accept="application/json,.json"
            hidden
            aria-label={say('ownFile')}
            onChange={(event) => void read(event.target.files?.[0])}
          />
        </div>
        {wrong !== null && <Notice tone="danger">{say('ownWrong', { why: wrong })}</Notice>}
        {bring.error && <Failure error={bring.error} />}
      </div>
    </Panel>
  )
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null // said by the shape: it is no document
  }
}

async function download(id: string): Promise<void> {
  const document = await send(getSetupDocument, { id })
  const link = window.document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(document, null, 2)], { type: 'application/json' }))
  link.download = `${id}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}
