// What the house told whoever sits here and they have not seen. What asks is fetched after the first page.
import { countedLater } from './counted-later.ts'

let opened: (path: string) => void = () => {}

export const useUnseen = countedLater(async () => {
  const watch = await (await import('#staff/screens')).unseenNotices()
  opened = watch.opened
  return watch
})

/** A page was opened: what was told about it is seen. */
export const seeWhatLeadsTo = (path: string): void => opened(path)
