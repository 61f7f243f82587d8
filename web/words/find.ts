// Every word the search dialog says, in Chinese and English. Pure: touches nothing.
// Apart from `words.ts`, because the dialog comes only when it is opened.

export const zh = {
  search: '搜索全站',
  close: '关闭',
  results: '搜索结果',
  hint: '输入一个或几个词。',
  keys: '↑↓选择，Enter打开，Esc关闭',
  loading: '正在载入…',
  failed: '载入失败。请再输入一次。',
  found: (count: number, shown: number) => (count > shown ? `${count}页，列出前${shown}页` : `${count}页`),
  instead: (words: readonly string[], found: string) => `按“${words.join('”“')}”查找：${found}`,
  recent: '最近查过',
  other: '在英文版里查',
  between: '·',
  kinds: { lesson: '课', index: '目录', practice: '练习', form: '表单', path: '学习路径', reference: '参考', questions: '题', checklist: '清单', term: '词条' },
  nothing: (query: string) => `没有找到“${query}”。换个说法，或者少写几个字。`,
};

export type FindWords = typeof zh;

export const en: FindWords = {
  search: 'Search the site',
  close: 'Close',
  results: 'Results',
  hint: 'Type one word or a few.',
  keys: '↑↓ to choose, Enter to open, Esc to close',
  loading: 'Loading…',
  failed: 'Loading failed. Please type again.',
  found: (count, shown) => (count > shown ? `${count} pages, the first ${shown} listed` : count === 1 ? '1 page' : `${count} pages`),
  instead: (words, found) => `Searched for “${words.join('”, “')}”: ${found}`,
  recent: 'Recent',
  other: 'Search in Chinese',
  between: ' · ',
  kinds: { lesson: 'Lesson', index: 'Overview', practice: 'Practice', form: 'Form', path: 'Path', reference: 'Reference', questions: 'Questions', checklist: 'Checklist', term: 'Term' },
  nothing: (query) => `Nothing found for “${query}”. Try another word, or fewer.`,
};

/** English for `en`, else Chinese, the site's default. */
export function findWordsFor(lang: string): FindWords {
  return /^en\b/i.test(lang) ? en : zh;
}
