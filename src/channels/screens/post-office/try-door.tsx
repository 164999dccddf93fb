import { useState } from 'react'
import type { z } from 'zod'
import type { entryPointShape } from '#brands/contract'
import { Button } from '#ui/button'
import { Failure } from '#ui/failure'
import { Progress } from '#ui/loading'
import { useSend } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { getOffice, getReceipts, postProbe } from '../../contract.ts'
import { Walk } from './walk.tsx'
import { words } from './words.ts'

type Door = z.infer<typeof entryPointShape>

export function TryDoor({ doors }: { doors: readonly Door[] }) {
  const say = useWords(words)
  const [chosen, setChosen] = useState<string>(doors[0]?.id ?? '')
  const probe = useSend(postProbe, { refetch: [getReceipts, getOffice], onError: () => {} }) // shown in place
  return (
    <div className="post-try">
      <p>{say('walkText')}</p>
      {doors.length > 1 && (
        <Select
          label={say('entryPoint')}
          value={chosen}
          onChange={setChosen}
          options={doors.map(({ id, name, address }) => ({ id, label: name, ...(address ? { detail: address } : {}) }))}
        />
      )}
      <Button tone="primary" icon="send" busy={probe.isPending} onPress={() => probe.mutate({ entry_point: chosen })}>
        {say('tryIt')}
      </Button>
      {probe.isPending && <Progress label={say('trying')} />}
      {probe.error && <Failure error={probe.error} />}
      {probe.data && !probe.isPending && <Walk probe={probe.data} />}
    </div>
  )
}
