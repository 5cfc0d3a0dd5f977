import { useDesign, useEditor } from '../session/hooks'
import { Choice, Toggle } from './Choice'
import type { ExportOptions } from './options'

interface FieldsProps {
  readonly options: ExportOptions
  readonly onChange: (change: Partial<ExportOptions>) => void
}

/** Every choice of the export dialog; those that do not apply are not there. */
export function Fields({ options, onChange }: FieldsProps) {
  const hasSelection = useEditor(editor => editor.blocks.size > 0)
  const { source, format, theme, part, scale, isTransparent, hasBadges, hasLegend, hasWaivers, hasNumbers } = options
  const waivers = useDesign(design => Object.keys(design.waivers).length)
  const isDrawn = source === 'drawing'
  return (
    <>
      <Choice
        name="Picture"
        value={source}
        choices={[
          ['drawing', 'Drawn'],
          ['screen', 'As on screen'],
        ]}
        onChange={value => onChange(value === 'screen' ? { source: value, format: 'png' } : { source: value })}
      />
      {isDrawn && (
        <>
          <Choice
            name="Format"
            value={format}
            choices={[
              ['png', 'PNG'],
              ['svg', 'SVG'],
            ]}
            onChange={value => onChange({ format: value })}
          />
          <Choice
            name="Theme"
            value={theme}
            choices={[
              ['light', 'Light'],
              ['dark', 'Dark'],
            ]}
            onChange={value => onChange({ theme: value })}
          />
          <Choice
            name="Part"
            value={part}
            choices={[
              ['whole', 'Whole'],
              ...(hasSelection ? ([['selection', 'Selection']] as const) : []),
              ['view', 'View'],
            ]}
            onChange={value => onChange({ part: value })}
          />
        </>
      )}
      {format === 'png' && (
        <Choice
          name="Size"
          value={scale}
          choices={[
            [1, '1x'],
            [2, '2x'],
            [3, '3x'],
          ]}
          onChange={value => onChange({ scale: value })}
        />
      )}
      {isDrawn && (
        <>
          <Toggle
            name="Transparent background"
            isOn={isTransparent}
            onChange={value => onChange({ isTransparent: value })}
          />
          <Toggle name="Legend of flows" isOn={hasLegend} onChange={value => onChange({ hasLegend: value })} />
          <Toggle name="Loads and totals" isOn={hasNumbers} onChange={value => onChange({ hasNumbers: value })} />
          {waivers > 0 && (
            <Toggle name="Accepted findings" isOn={hasWaivers} onChange={value => onChange({ hasWaivers: value })} />
          )}
          <Toggle name="Finding badges" isOn={hasBadges} onChange={value => onChange({ hasBadges: value })} />
        </>
      )}
    </>
  )
}
