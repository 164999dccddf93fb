import { useLayoutEffect, useState, type RefObject } from 'react'
import { useTheme } from '#ui/theme'
import { readPalette, type Palette } from './looks.ts'

/** The colours of the theme, read again when it changes, here or in the system. */
export function usePalette(room: RefObject<HTMLElement | null>): Palette | null {
  const theme = useTheme()
  const [palette, setPalette] = useState<Palette | null>(null)
  useLayoutEffect(() => {
    const read = (): void => setPalette(room.current && readPalette(room.current))
    read()
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', read)
    return () => dark.removeEventListener('change', read)
  }, [room, theme])
  return palette
}
