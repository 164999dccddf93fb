// Colleagues who act for themselves. The clock is turned by days and a session sleeps after hours: each deed comes with a sign-in of its own.
import assert from 'node:assert/strict'
import type { BackOffice } from '../back-office/scene.ts'

export type Person = {
  id: string
  ask<Answer>(method: string, place: string, body?: object): Promise<Answer>
  refused(method: string, place: string, body?: object): Promise<string>
}

export async function welcome(office: BackOffice, name: string): Promise<Person> {
  const email = `${name.toLowerCase()}@maison.example`
  const { id } = await office.call<{ id: string }>('POST', '/api/v1/staff', { name, email, language: 'fr', roles: ['agent'] })
  return personOf(office, id)
}

export function personOf(office: BackOffice, id: string): Person {
  const send = async (method: string, place: string, body?: object): Promise<Response> => {
    const { path } = await office.call<{ path: string }>('POST', `/api/v1/accounts/${id}/links`, {})
    const headers = { 'content-type': 'application/json', 'x-guichet-csrf': '1', origin: 'http://guichet.example' }
    const token = path.split('#')[1] ?? ''
    const entered = await fetch(`${office.url}/api/v1/session/link`, { method: 'POST', headers, body: JSON.stringify({ token }) })
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    return await fetch(office.url + place, {
      method,
      headers: { ...headers, cookie },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  }
  return {
    id,
    ask: async <Answer>(method: string, place: string, body?: object) => {
      const answer = await send(method, place, body)
      const told: unknown = answer.status === 204 ? null : await answer.json()
      assert.ok(answer.ok, `${method} ${place}: ${answer.status} ${JSON.stringify(told)}`)
      return told as Answer // who asks names the shape that the contract promises
    },
    refused: async (method, place, body) => ((await (await send(method, place, body)).json()) as { code: string }).code, // problem+json
  }
}
