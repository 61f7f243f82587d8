// What the panel of a link mark says, in Chinese and English. Pure: touches nothing.

export const zh = {
  linkTo: (title: string) => `链接到：${title}`,
  plain: '复制链接',
  rich: '带标题的链接',
  markdown: 'Markdown',
  mediawiki: 'MediaWiki',
  embed: '嵌入代码',
  qr: '二维码',
  qrOf: (title: string) => `二维码：${title}`,
  close: '关闭',
  onDisk: '网站是从这台电脑的文件夹打开的，这个地址别人打不开。请到公司的网站上复制。',
  copied: '已复制。',
  copyByHand: '浏览器没有允许复制，请自己复制下面选中的文字。',
  textToCopy: '要复制的文字',
};

export type LinkWords = typeof zh;

export const en: LinkWords = {
  linkTo: (title) => `Link to: ${title}`,
  plain: 'Copy link',
  rich: 'Link with title',
  markdown: 'Markdown',
  mediawiki: 'MediaWiki',
  embed: 'Embed code',
  qr: 'QR code',
  qrOf: (title) => `QR code: ${title}`,
  close: 'Close',
  onDisk: 'The site is open from a folder on this computer, so nobody else can use this address. Copy it from your company’s site.',
  copied: 'Copied.',
  copyByHand: 'The browser did not allow copying. Please copy the selected text below yourself.',
  textToCopy: 'Text to copy',
};
