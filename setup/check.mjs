// The one gate: what is quick is asked first and all of it is told; the tests run when the rest is green.
import path from 'node:path'
import { run } from './child.mjs'
import { bringDependencies } from './dependencies.mjs'
import { pinnedNode } from './node.mjs'
import { root } from './root.mjs'
import { say, wrongCall } from './sentence.mjs'
import { test } from './test.mjs'

const questions = [
  ['format', 'oxfmt/bin/oxfmt', '--check'],
  ['lint', 'oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
  ['types', 'typescript/bin/tsc', '--noEmit'],
]

export async function check(args) {
  if (args.length > 0) throw wrongCall('check takes no argument; `npm test -- FILE…` narrows the tests.')
  await bringDependencies()
  const answers = []
  for (const [name, script, ...options] of questions) {
    const began = performance.now()
    const code = await run(pinnedNode(), [path.join(root, 'node_modules', script), ...options], {
      cwd: root,
      env: { ...process.env, PATH: pathWithOurs() },
    })
    answers.push([name, code, performance.now() - began])
  }
  const green = answers.every(([, code]) => code === 0)
  const began = performance.now()
  if (green) answers.push(['tests', await test([]), performance.now() - began])
  say(['', ...answers.map(line), ...(green ? [] : ['tests     not run: mend the above first'])].join('\n'))
  return answers.every(([, code]) => code === 0) ? 0 : 1
}

const line = ([name, code, milliseconds]) =>
  `${name.padEnd(9)} ${code === 0 ? 'green' : 'RED  '}  ${(milliseconds / 1000).toFixed(1)} s`

// oxlint looks for its type-aware half on the path
const pathWithOurs = () => [path.join(root, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter)
