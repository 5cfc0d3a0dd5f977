import { inspector as say } from '../messages/en'
import { useEditor } from '../session/hooks'
import { BlockProperties } from './BlockProperties'
import { FlowProperties } from './FlowProperties'
import { GroupProperties } from './GroupProperties'
import styles from './Inspector.module.css'
import { ManySelected } from './ManySelected'

/** Properties of the one block, flow or room that is selected; what can be done with several; a hint when nothing is. */
export function PropertiesPanel() {
  const blocks = useEditor(editor => editor.blocks)
  const flows = useEditor(editor => editor.flows)
  const groups = useEditor(editor => editor.groups)
  const [block] = blocks
  const [flow] = flows
  const [group] = groups
  if (blocks.size + flows.size + groups.size > 1)
    return <ManySelected blocks={blocks.size} flows={flows.size} groups={groups.size} />
  if (block !== undefined) return <BlockProperties key={block} id={block} />
  if (flow !== undefined) return <FlowProperties key={flow} id={flow} />
  if (group !== undefined) return <GroupProperties key={group} id={group} />
  return (
    <div className={styles.empty}>
      <strong>{say.nothing.title}</strong>
      {say.nothing.text}
    </div>
  )
}
