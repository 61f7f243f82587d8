// Every word the script says, in Chinese and English, typed so that a missing one does not compile.
// Pure: touches nothing. Never holds words of the build (buttons, hints, explanations come with the page).
// The bundle of a language holds its own words only (LANGUAGE, set by build.mjs).

export const zh = {
  /** Sentences that follow one another. */
  join: (parts: readonly string[]) => parts.join(''),
  date: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,

  answerFirst: '请先作答。',
  right: '答对了。',
  wrong: '还不对。',
  yourChoice: '你的选择',
  rightAnswer: '正确答案',
  theAnswer: (letters: readonly string[]) => `正确答案：${letters.join('、')}。`,
  choices: (hit: number, all: number, astray: number) =>
    `${all}个正确选项选中了${hit}个${astray ? `，另有${astray}个不该选` : ''}。`,
  accepted: (answer: string) => `参考答案：${answer}。`,
  steps: (right: number, all: number) => `${all}步中有${right}步在对的位置。`,
  pairs: (right: number, all: number) => `${all}组中有${right}组配对正确。`,
  partRight: '对',
  partWrong: '不对',
  rightPair: (choice: string) => `不对，应选：${choice}`,
  moveUp: (step: string) => `上移：${step}`,
  moveDown: (step: string) => `下移：${step}`,
  place: (step: string, at: number, all: number) => `${step}，第${at}位，共${all}位`,
  lastTime: (date: string, ok: boolean) => `上次作答（${date}）：${ok ? '正确' : '不正确'}`,

  cleared: '已清空，可以重新使用。',

  glossary: '词汇表',

  notLoaded: '没有载入完整。请检查网络，刷新页面再试。',

  close: '知道了',
};

export type Words = typeof zh;

const months = /* @__PURE__ */ 'January February March April May June July August September October November December'.split(' ');

export const en: Words = {
  join: (parts) => parts.join(' '),
  date: (year, month, day) => `${day} ${months[month - 1]} ${year}`,

  answerFirst: 'Please answer first.',
  right: 'Right.',
  wrong: 'Not right yet.',
  yourChoice: 'Your choice',
  rightAnswer: 'Right answer',
  theAnswer: (letters) => `Right answer: ${letters.join(', ')}.`,
  choices: (hit, all, astray) => `${hit} of ${all} right options chosen${astray ? `, and ${astray} wrong` : ''}.`,
  accepted: (answer) => `An accepted answer: ${answer}.`,
  steps: (right, all) => `${right} of ${all} steps in the right place.`,
  pairs: (right, all) => `${right} of ${all} pairs right.`,
  partRight: 'Right',
  partWrong: 'Not right',
  rightPair: (choice) => `Not right; it should be: ${choice}`,
  moveUp: (step) => `Move up: ${step}`,
  moveDown: (step) => `Move down: ${step}`,
  place: (step, at, all) => `${step}, position ${at} of ${all}`,
  lastTime: (date, ok) => `Your last answer (${date}): ${ok ? 'right' : 'not right'}`,

  cleared: 'Cleared and ready to use again.',

  glossary: 'Glossary',

  notLoaded: 'Something did not load. Check the network, reload the page and try again.',

  close: 'OK',
};

/** The words for a page's `lang`: English for `en`, else Chinese, the site's default. */
export function wordsFor(lang: string): Words {
  return /^en\b/i.test(lang) ? en : zh;
}
