import '@fontsource-variable/inter/wght.css'
import '@xyflow/react/dist/base.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/touch.css'
import './ui/forced-colors.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { invariant } from './model/invariant'
import { App } from './ui/App'

const root = document.getElementById('root')
invariant(root, 'The page has no element with the id root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
