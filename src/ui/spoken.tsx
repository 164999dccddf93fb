import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useLanguage } from './language.ts'
import { localeOf } from './locale.ts'

/** Stands once, around everything: what react-aria says by itself is in the reader's language too. */
export const Spoken = ({ children }: { children: ReactNode }) => (
  <I18nProvider locale={localeOf(useLanguage())}>{children}</I18nProvider>
)
