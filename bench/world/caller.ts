// Calls the API over kept connections, as a program would. An answer that is no success is an error.
import http from 'node:http'
import type { House } from './house.ts'

export type Caller = <Answer>(method: string, path: string, body?: object) => Promise<Answer>

export function caller({ http: port, key }: House, agent = new http.Agent({ keepAlive: true, maxSockets: 1 })): Caller {
  return <Answer>(method: string, path: string, body?: object) =>
    new Promise<Answer>((resolve, reject) => {
      const text = body === undefined ? '' : JSON.stringify(body)
      const headers = {
        authorization: `Bearer ${key}`,
        ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } : {}),
      }
      const request = http.request({ host: '127.0.0.1', port, method, path, headers, agent }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const said = Buffer.concat(chunks).toString()
          if ((response.statusCode ?? 0) >= 300)
            return reject(new Error(`${method} ${path}: ${response.statusCode} ${said.slice(0, 300)}`))
          resolve((said === '' ? null : JSON.parse(said)) as Answer) // the asker names what the endpoint promises
        })
      })
      request.on('error', reject)
      request.end(text)
    })
}
