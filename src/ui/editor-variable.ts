import { mergeAttributes, Node } from '@tiptap/core'

/** A place to be filled when the message leaves: `<span data-variable="customer.name">…</span>` in HTML, `{{customer.name}}` in text. */
export const VariableSlot = Node.create({
  name: 'variable',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    name: {
      default: '',
      parseHTML: (element) => element.dataset['variable'] ?? '',
      renderHTML: ({ name }) => ({ 'data-variable': String(name) }),
    },
    label: { default: '', parseHTML: (element) => element.textContent, renderHTML: () => ({}) },
  }),
  parseHTML: () => [{ tag: 'span[data-variable]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes),
    String(node.attrs['label'] || node.attrs['name']),
  ],
  renderText: ({ node }) => `{{${String(node.attrs['name'])}}}`,
})
