// A customer fills in a form of the site: asks for it, does the work that keeps robots away, waits as long as a person reads, sends.
import { prove } from '#channels'
import type { FormReception, Submitted } from '#channels/contract'
import type { Filled } from '../texts/forms.ts'

const nap = (seconds: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, seconds * 1_000).unref())

/** What the page would show: the receipt, the number of the case. Throws what the door refused. */
export async function fillForm(
  { answers }: Pick<Filled, 'answers'>,
  { url, origin, key, from }: { url: string; origin: string; key: string; from: string },
): Promise<Submitted> {
  const reception = await read<FormReception>(await fetch(`${url}/api/form/${key}`, { headers: { 'x-forwarded-for': from } }))
  const proof = prove(reception.stamp, reception.bits)
  await nap(reception.wait_seconds)
  return await read<Submitted>(
    await fetch(`${url}/api/form/${key}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, 'x-forwarded-for': from },
      body: JSON.stringify({ stamp: reception.stamp, proof, language: 'fr', answers }),
    }),
  )
}

async function read<Body>(answer: Response): Promise<Body> {
  if (!answer.ok) throw new Error(`the form answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`)
  return (await answer.json()) as Body // by the endpoint's own shape
}
