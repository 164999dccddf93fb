import { useLanguage } from '#ui/language'
import { Notice } from '#ui/layout'
import type { TroubleSaid } from '../../contract/names.ts'

/** What law, contracts and skills say, in words. */
export function Remarks({ troubles }: { troubles: readonly TroubleSaid[] }) {
  const spoken = useLanguage()
  if (troubles.length === 0) return null
  return (
    <Notice tone={troubles.some(({ hard }) => hard) ? 'danger' : 'promise'}>
      {troubles.map((trouble) => (
        <p key={trouble.code + trouble.fr}>{trouble[spoken]}</p>
      ))}
    </Notice>
  )
}
