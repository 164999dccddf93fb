// What a browser must fetch before a person can work: the entry of the desk and, by its manifest, the first room it opens.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Measure } from './figures.ts'

const dist = path.join(import.meta.dirname, '..', 'dist', 'desk')
type Chunk = { file: string; isEntry?: boolean; imports?: string[]; src?: string }

export const desk: Measure = {
  name: 'desk',
  title: 'desk',
  run: async () => {
    const file = path.join(dist, '.vite', 'manifest.json')
    if (!existsSync(file)) throw new Error('the desk is not built: run npm start once')
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Chunk> // written by vite
    const entry = Object.keys(manifest).find((name) => manifest[name]!.isEntry)!
    const first = Object.keys(manifest).find((name) => /cases\/screens\/lists\/my-cases/.test(manifest[name]!.src ?? name))
    const frame = filesOf(manifest, [entry])
    const useful = filesOf(manifest, first ? [entry, first] : [entry])
    return [
      { what: 'JavaScript of the frame, gzipped', value: weigh(frame), unit: 'kB' },
      {
        what: 'JavaScript before the first useful screen',
        value: weigh(useful),
        unit: 'kB',
        goal: { most: 250 },
        note: first ?? 'the entry alone',
      },
    ]
  },
}

function filesOf(manifest: Record<string, Chunk>, names: readonly string[]): Set<string> {
  const wanted = [...names]
  for (const name of wanted) for (const next of manifest[name]?.imports ?? []) if (!wanted.includes(next)) wanted.push(next)
  return new Set(wanted.map((name) => manifest[name]!.file).filter((file) => file.endsWith('.js')))
}

const weigh = (files: Set<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(dist, file))).length, 0) / 1_000
