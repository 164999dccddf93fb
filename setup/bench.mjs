import { existsSync } from 'node:fs'
import path from 'node:path'
import { run } from './child.mjs'
import { bringDependencies } from './dependencies.mjs'
import { buildDesk } from './desk.mjs'
import { pinnedNode, withCache } from './node.mjs'
import { root } from './root.mjs'
import { Sentence } from './sentence.mjs'

export async function bench(names) {
  const main = path.join(root, 'bench', 'main.ts')
  if (!existsSync(main)) throw new Sentence('nothing is measured yet: bench/main.ts is missing.')
  await bringDependencies()
  await buildDesk()
  return await run(pinnedNode(), [main, ...names], { cwd: root, env: withCache(process.env) })
}
