/** The keyboard of a phone covers what is fixed to the bottom: the sheet takes what can be seen, and no more. */
export function followKeyboard(sheet: HTMLElement): () => void {
  const seen = window.visualViewport
  if (!seen) return () => {}
  const follow = (): void => {
    sheet.style.height = `${seen.height}px`
    sheet.style.top = `${seen.offsetTop}px`
  }
  for (const kind of ['resize', 'scroll']) seen.addEventListener(kind, follow)
  follow()
  return () => {
    for (const kind of ['resize', 'scroll']) seen.removeEventListener(kind, follow)
  }
}
