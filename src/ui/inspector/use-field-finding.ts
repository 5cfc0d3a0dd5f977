import type { Finding } from '../../rules/rule'
import { useAnalysis, useEditor } from '../session/hooks'

/** The gravest open finding about a field: of the brief (`brief.dau`), or of the one block that is selected (`props.p99Ms`). */
export function useFieldFinding(path: string): Finding | undefined {
  const [table, key] = path.split('.')
  const block = useEditor(editor => (editor.blocks.size === 1 ? [...editor.blocks][0] : undefined))
  return useAnalysis(({ findings, byId }) => {
    if (table === 'brief') return findings.find(finding => finding.at.length === 0 && finding.field === key)
    return block === undefined ? undefined : byId.get(block)?.find(finding => finding.field === key)
  })
}
