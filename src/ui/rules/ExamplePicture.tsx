import { useEffect, useMemo, useState } from 'react'
import { draw } from '../../drawing/draw'
import type { Design } from '../../model/design'
import { applyEdit } from '../../model/edit'
import { createLayoutRunner, type LayoutRunner } from '../../workers/layout-runner'
import { useAddress } from '../export/use-drawing'
import { useFonts } from '../export/use-fonts'
import { ruleBook as say } from '../messages/en'
import { isDarkNow } from '../parts/ThemeButton'
import { useSession } from '../session/hooks'
import type { Lint } from '../session/session'
import styles from './RuleBook.module.css'

interface ExamplePictureProps {
  readonly plan: string | undefined
  readonly rule: string
  readonly name: string
}

/** An example of a rule, laid out and drawn; what the rule flags in it is marked. */
export function ExamplePicture({ plan, rule, name }: ExamplePictureProps) {
  const { lint } = useSession()
  const design = useLaidOut(lint, plan)
  if (!lint || plan === undefined) return null
  return (
    <figure className={styles.example}>
      <figcaption>{name}</figcaption>
      {design ? <Picture design={design} lint={lint} rule={rule} name={name} /> : <div aria-busy="true" />}
      <pre>{plan.split('; ').join('\n')}</pre>
    </figure>
  )
}

interface PictureProps {
  readonly design: Design
  readonly lint: Lint
  readonly rule: string
  readonly name: string
}

function Picture({ design, lint, rule, name }: PictureProps) {
  const fonts = useFonts(design)
  const svg = useMemo(() => {
    if (!fonts || Object.keys(design.blocks).length === 0) return null
    const rules = lint.RULES.filter(each => each.id === rule)
    const { findings } = lint.analyse(design, { rules, review: true })
    const marks = new Map(findings.flatMap(({ at, severity }) => at.map(id => [id, { severity, count: 1 }] as const)))
    const theme = isDarkNow() ? 'dark' : 'light'
    return draw(design, { theme, background: false, padding: 12, fonts, marks }).svg
  }, [design, fonts, lint, rule])
  const address = useAddress(svg, 'image/svg+xml')
  return address ? <img src={address} alt={say.example(name, rule)} /> : <div aria-busy={fonts === null} />
}

let runner: LayoutRunner | null = null
let last: Promise<unknown> = Promise.resolve()

/** The design of a plan text with places for its blocks; null until they are found. One is laid out after the other. */
function useLaidOut(lint: Lint | null, plan: string | undefined): Design | null {
  const [design, setDesign] = useState<Design | null>(null)
  useEffect(() => {
    if (!lint || plan === undefined) return
    let isGone = false
    const bare = lint.designOf(plan)
    const turn = last.then(async () => {
      if (isGone) return
      runner ??= createLayoutRunner()
      const result = await runner.run(bare)
      if (!isGone) setDesign(result.ok ? applyEdit(bare, result.edit) : bare)
    })
    last = turn
    return () => {
      isGone = true
    }
  }, [lint, plan])
  return design
}
