import { useState } from 'react'
import type { CustomerId } from '#customers/contract'
import { Failure } from '#ui/failure'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { Select } from '#ui/select'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import { getWebDoors } from '../contract.ts'
import { words } from './words.ts'

/** The form of a made-up site, as its visitors see it. */
export function ByForm({ customer }: { customer: CustomerId }) {
  const say = useWords(words)
  const language = useLanguage()
  const doors = useAsk(getWebDoors, { customer })
  const [chosen, setChosen] = useState<string | null>(null)
  if (doors.error) return <Failure error={doors.error} />
  if (!doors.data) return <Skeleton />
  const { forms } = doors.data
  const form = forms.find(({ key }) => key === chosen) ?? forms[0]
  return (
    <div className="ui-stack" data-gap={4}>
      <Select
        label={say('form')}
        value={form?.key ?? null}
        onChange={setChosen}
        options={forms.map(({ key, name }) => ({ id: key, label: name }))}
      />
      {form && <iframe className="demo-form" title={form.name} src={`/f/${form.key}?embed=1&lang=${language}`} />}
    </div>
  )
}
