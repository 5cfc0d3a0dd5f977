import { useEditor } from '../session/hooks'
import { BlockProperties } from './BlockProperties'
import { FlowProperties } from './FlowProperties'
import styles from './Inspector.module.css'
import { ManySelected } from './ManySelected'

/** Properties of the one block or flow that is selected; what can be done with several; a hint when nothing is. */
export function PropertiesPanel() {
  const blocks = useEditor(editor => editor.blocks)
  const flows = useEditor(editor => editor.flows)
  const [block] = blocks
  const [flow] = flows
  if (block !== undefined && blocks.size === 1 && flows.size === 0) return <BlockProperties key={block} id={block} />
  if (flow !== undefined && flows.size === 1 && blocks.size === 0) return <FlowProperties key={flow} id={flow} />
  if (blocks.size + flows.size > 1) return <ManySelected blocks={blocks.size} flows={flows.size} />
  return (
    <div className={styles.empty}>
      <strong>Nothing selected</strong>
      Select a block or a flow to see and change its properties.
    </div>
  )
}
