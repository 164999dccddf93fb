// Who came by a chat or a form is known by a number of ours, which tells nobody anything. Pure.
type Say = (key: 'ofChat' | 'ofForm') => string

export function handleWords(value: string, say: Say): string {
  if (/^chat:[\da-f-]{36}$/.test(value)) return say('ofChat')
  return /^form:[\da-f-]{36}$/.test(value) ? say('ofForm') : value
}
