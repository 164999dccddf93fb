/** @jsxImportSource preact */
// A field with its label, and what is wrong with it said beneath.

export type Asked = {
  label: string
  name: string
  value: string
  onText: (text: string) => void
  type?: 'text' | 'email' | 'tel' | 'datetime-local'
  complete?: 'off' | 'name' | 'email' | 'tel' // what the browser may fill in (WCAG 1.3.5)
  hint?: string | undefined
  wrong?: string | null | undefined
  long?: boolean
}

export function Field({ label, name, value, onText, type = 'text', complete = 'off', hint, wrong, long }: Asked) {
  const id = `field-${name}` // within our own shadow root, where one form is shown at a time
  const shared = {
    id,
    name,
    value,
    autocomplete: complete,
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': wrong ? `${id}-wrong` : undefined,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => onText(currentTarget.value),
  } as const
  return (
    <div class="field">
      <label for={id}>
        {label} {hint && <span class="hint">({hint})</span>}
      </label>
      {/* preact's types tell inputs apart by their kind; all of these take the same */}
      {long ? <textarea rows={4} {...shared} /> : <input type={type as 'text'} {...shared} />}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  )
}

/** Puts the focus where the first mistake is. */
export function showMistake(form: HTMLFormElement): void {
  setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid]')?.focus())
}

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim())
export const isPhone = (text: string): boolean => /^\+?[\d\s().-]{6,24}$/.test(text.trim()) && text.replace(/\D/g, '').length >= 6
