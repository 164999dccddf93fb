import { useLanguage } from '#ui/language'
import { moment } from '../rules/say.ts'

/** A moment on the clock of the door: "lun. 23 nov. à 18:00". */
export function When({ at, zone }: { at: string; zone?: string }) {
  const spoken = useLanguage()
  const here = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return <time dateTime={at}>{moment({ epochMilliseconds: Date.parse(at) }, here)[spoken]}</time>
}
