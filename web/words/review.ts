// Every word of the review, in Chinese and English. Pure: touches nothing.

export const zh = {
  due: (today: number, waiting: number) => `今天复习${today}条${waiting ? `，另有${waiting}条排在后面的日子` : ''}。`,
  nothingYet: '还没有可以复习的。先读一课，做完课末的自测，过几天这里就会有。',
  nothingDue: (days: number) => `今天没有到期的。${days === 1 ? '明天' : `${days}天以后`}再来。`,
  doneForToday: (waiting: number) => `今天的量够了。${waiting ? `还有${waiting}条，明天再说。` : ''}`,
  noMistakes: '没有答错的题。答错过的，答对一次就从这里出去。',
  mistakes: (count: number) => `上次答错的题有${count}道。`,
  start: '开始',
  next: '下一题',
  finish: '看结果',
  at: (now: number, all: number) => `第${now}题，共${all}题`,
  again: '这一题答错过，再来一次',
  from: '出自',
  ended: (right: number, all: number) => `做完了：${all}题里第一次就答对${right}题。`,
  toRead: '值得回去看的段落：',
  most: '每天最多',
  unit: '条',
  toMistakes: '只做答错的题',
  toReview: '回到今天的复习',
  notLoaded: '题目没有载入。请检查网络，刷新页面再试。',
  home: '课程首页',
};

export type ReviewWords = typeof zh;

export const en: ReviewWords = {
  due: (today, waiting) => `${today} to review today${waiting ? `; ${waiting} more wait for the coming days` : ''}.`,
  nothingYet: 'There is nothing to review yet. Read a lesson and answer its check; a few days later it will turn up here.',
  nothingDue: (days) => `Nothing is due today. Come back ${days === 1 ? 'tomorrow' : `in ${days} days`}.`,
  doneForToday: (waiting) => `That is enough for today.${waiting ? ` ${waiting} more can wait until tomorrow.` : ''}`,
  noMistakes: 'No wrong answers are waiting. A question leaves this list once you have answered it right.',
  mistakes: (count) => (count === 1 ? 'One question was answered wrong last time.' : `${count} questions were answered wrong last time.`),
  start: 'Begin',
  next: 'Next question',
  finish: 'See the result',
  at: (now, all) => `Question ${now} of ${all}`,
  again: 'You got this one wrong a moment ago; once more',
  from: 'From',
  ended: (right, all) => `Done: ${right} of ${all} right at the first try.`,
  toRead: 'Passages worth reading again:',
  most: 'At most',
  unit: 'a day',
  toMistakes: 'Only the questions I got wrong',
  toReview: 'Back to today’s review',
  notLoaded: 'The questions did not load. Check the network, reload the page and try again.',
  home: 'Home',
};
