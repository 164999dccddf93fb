// A visitor without a browser: speaks the widget's language over its socket, for when many are needed.
import { randomBytes, randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import type { Answer, Frame } from '#channels/contract'

const PATIENCE_MILLISECONDS = 60_000
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'
export type Wired = {
  say(text: string): Promise<void>
  tell(frame: Frame): void
  hears(what: (answer: Answer) => boolean): Promise<Answer>
  leave(): void
}
type At = { url: string; key: string; language?: 'fr' | 'en' }

export async function wired({ url, key, language = 'fr' }: At): Promise<Wired> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/widget/${key}/socket`, { headers: { origin: url } })
  const heard: Answer[] = []
  const waiting = new Set<(answer: Answer) => void>()
  socket.on('message', (data: Buffer) => {
    const answer = JSON.parse(data.toString()) as Answer // our own server's, in the language of wire.ts
    heard.push(answer)
    for (const each of waiting) each(answer)
  })
  const tell = (frame: Frame) => socket.send(JSON.stringify(frame))
  const hears = (what: (answer: Answer) => boolean) =>
    new Promise<Answer>((resolve, reject) => {
      const known = heard.find(what)
      if (known) return resolve(known)
      setTimeout(
        () => reject(new Error(`not heard; last came ${JSON.stringify(heard.slice(-3))}`)),
        PATIENCE_MILLISECONDS,
      ).unref()
      const each = (answer: Answer) => {
        if (!what(answer)) return
        waiting.delete(each)
        resolve(answer)
      }
      waiting.add(each)
    })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const secret = [...randomBytes(26)].map((byte) => LETTERS[byte % 32]).join('')
  tell({ hello: { visit: `vs_${key.split('_')[1]}_${secret}`, identity: null, seen: 0, language, page: `${url}/panier` } })
  await hears((answer) => 'welcome' in answer)
  const say = async (text: string) => {
    const id = randomUUID()
    tell({ say: { id, text, files: [] } })
    await hears((answer) => 'took' in answer && answer.took.id === id)
  }
  return { say, tell, hears, leave: () => socket.close() }
}
