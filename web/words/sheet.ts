// What stands on a printed sheet, in Chinese and English. Pure: touches nothing.

export const zh = {
  nameAndDate: '姓名：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿',
  forFacilitators: '讲师用：答案与每个选项的反馈',
  rightAnswer: '正确答案',
};

export type SheetWords = typeof zh;

export const en: SheetWords = {
  nameAndDate: 'Name: ________________    Date: ________________',
  forFacilitators: 'For the facilitator: answers, and feedback on every option',
  rightAnswer: 'Right answer',
};
