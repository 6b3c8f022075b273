// What studio.js uses of CodeMirror.
export { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
export { xml } from '@codemirror/lang-xml';
export { HighlightStyle, bracketMatching, foldGutter, foldKeymap, indentOnInput, syntaxHighlighting } from '@codemirror/language';
export { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
export { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
export { EditorState } from '@codemirror/state';
export { EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
export { tags } from '@lezer/highlight';
