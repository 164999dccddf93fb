import { useState } from 'react'
import type { z } from 'zod'
import { Badge } from '#ui/badge'
import { Button, ButtonRow } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { Segments } from '#ui/choice'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { deleteIdentityKey, listIdentityKeys, listWidgets, type identityKeyShape, type Widget } from '../../contract.ts'
import { NewIdentityKey } from './new-identity-key.tsx'
import { exampleIn, inPage, type Tongue } from './sign-examples.ts'
import { useCopy } from './snippet.tsx'
import { words } from './words.ts'

type Key = z.infer<typeof identityKeyShape>

export function Identity({ widget, manages, onClose }: { widget: Widget; manages: boolean; onClose: () => void }) {
  const say = useWords(words)
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useAsk(listIdentityKeys, { id: widget.id })
  const add = manages && !adding && (
    <Button size="small" icon="plus" onPress={() => setAdding(true)}>
      {say('anotherKey')}
    </Button>
  )
  return (
    <Drawer open onClose={onClose} title={say('identityOf', { name: widget.name })} foot={<Button onPress={onClose}>{say('done')}</Button>}>
      <div className="widgets-form">
        <p>{say('identityText')}</p>
        {error && <Failure error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton kind="rows" />}
        {data?.items.length === 0 && <p className="widgets-none">{say('noKeys')}</p>}
        {data && data.items.length > 0 && (
          <ul className="widgets-keys" aria-label={say('keys')}>
            {data.items.map((key) => <OneKey key={key.id} of={widget} shown={key} manages={manages} />)}
          </ul>
        )}
        {add}
        {adding && <NewIdentityKey widget={widget} onClose={() => setAdding(false)} />}
        <Rotation />
        <Example widget={widget} kid={data?.items.find(({ retired_at, algorithm }) => !retired_at && algorithm === 'HS256')?.id ?? null} />
      </div>
    </Drawer>
  ) // prettier-ignore
}

function OneKey({ of, shown, manages }: { of: Widget; shown: Key; manages: boolean }) {
  const say = useWords(words)
  const retire = useSend(deleteIdentityKey, { refetch: [listIdentityKeys, listWidgets] })
  return (
    <li data-retired={shown.retired_at ? '' : undefined}>
      <div>
        <strong>{shown.name}</strong> <Badge>{shown.algorithm}</Badge> {shown.retired_at && <Badge tone="danger">{say('retired')}</Badge>}
        <small>
          {say('kid')} <code>{shown.id}</code>
        </small>
        <small>
          {say('madeAt')} <Time at={shown.made_at} /> · {shown.used_at ? <>{say('used')} <Time at={shown.used_at} /></> : say('neverUsed')}
        </small>
      </div>
      {manages && !shown.retired_at && (
        <Confirm
          size="small" tone="quiet" label={say('retire')} question={say('retireQuestion')} yes={say('yesRetire')}
          onYes={() => retire.mutate({ id: of.id, identity_key: shown.id })}
        />
      )}
    </li>
  ) // prettier-ignore
}

function Rotation() {
  const say = useWords(words)
  return (
    <section className="widgets-lesson">
      <h3>{say('rotation')}</h3>
      <ol>
        <li>{say('rotation1')}</li>
        <li>{say('rotation2')}</li>
        <li>{say('rotation3')}</li>
      </ol>
    </section>
  )
}

function Example({ widget, kid }: { widget: Widget; kid: string | null }) {
  const say = useWords(words)
  const copy = useCopy()
  const [tongue, setTongue] = useState<Tongue>('node')
  const example = exampleIn(tongue, { key: widget.key, kid: kid ?? '…' })
  return (
    <section className="widgets-lesson">
      <h3>{say('example')}</h3>
      <ButtonRow>
        <Segments label={say('example')} value={tongue} onChange={setTongue} options={[{ id: 'node', label: 'Node' }, { id: 'php', label: 'PHP' }]} />
        <Button size="small" icon="copy" onPress={() => copy(example)}>
          {say('copy')}
        </Button>
      </ButtonRow>
      <pre tabIndex={0} aria-label={say('example')}>{example}</pre>
      <p>{say('exampleText')}</p>
      <pre tabIndex={0} aria-label={say('exampleText')}>{inPage}</pre>
    </section>
  ) // prettier-ignore
}
