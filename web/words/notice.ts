// What is said when the record is not kept or cannot be read, in Chinese and English. Pure: touches nothing.

export const zh = {
  refused: '浏览器不允许保存：作答和勾选只在本次打开期间有效，离开本页后不保留。',
  full: '浏览器的存储空间已满：最近的作答和勾选没有保存，离开本页后就没有了。',
  aside: (count: number) => `有${count}条学习记录读不出来，已原样留着，没有删除；其余的照常使用。`,
  close: '知道了',
};

export type NoticeWords = typeof zh;

export const en: NoticeWords = {
  refused: 'The browser does not allow saving. Answers and ticks last for this visit only and are gone when you leave this page.',
  full: 'The browser’s storage is full. Your latest answers and ticks are not saved and will be gone when you leave this page.',
  aside: (count) =>
    `${count === 1 ? '1 entry of your record' : `${count} entries of your record`} cannot be read. Nothing was deleted, and everything else works as usual.`,
  close: 'OK',
};
