/** @jsxImportSource preact */
import { Drawn } from './sign.tsx'

export const FileSign = () => (
  <Drawn path="M13.5 3H7a1.5 1.5 0 0 0-1.5 1.5v15A1.5 1.5 0 0 0 7 21h10a1.5 1.5 0 0 0 1.5-1.5V8l-5-5Zm0 0v5h5" />
)
