import '#ui/base.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { askBeforeClosing, showComposerExtras, showHandOverScreens, showPanelsOfCase, showTellers } from '#cases/screens'
import { chooseLanguage, language } from '#ui/language'
import { Spoken } from '#ui/spoken'
import { Queries } from '#ui/query'
import { dress } from '#ui/theme'
import { casePanels, closingChecks, extrasOfComposer, handOverScreensOfCase, tellersOfCase } from './case-panels.tsx'
import { router } from './router.tsx'

dress()
chooseLanguage(language())
showPanelsOfCase(casePanels)
showComposerExtras(extrasOfComposer)
showHandOverScreens(handOverScreensOfCase)
showTellers(tellersOfCase)
askBeforeClosing(closingChecks)
const place = document.getElementById('desk')
if (!place) throw new Error('the page has no place for the desk')
createRoot(place).render(
  <StrictMode>
    <Queries>
      <Spoken>
        <RouterProvider router={router} />
      </Spoken>
    </Queries>
  </StrictMode>,
)
