// A link in the forms wikis take. Pure: strings in, strings out. A title holds anything; no form breaks on it.
import type { Copied } from './copy';

export interface Target {
  title: string;
  url: string;
  /** Where it can stand in a frame. */
  embed?: string;
  height?: number;
}

const html = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const forms: { [form: string]: (target: Target) => Copied } = {
  plain: ({ url }) => ({ text: url }),
  rich: ({ title, url }) => ({ text: `${title} ${url}`, html: `<a href="${html(url)}">${html(title)}</a>` }),
  markdown: ({ title, url }) => ({ text: `[${title.replace(/[[\]\\*_`<>]/g, '\\$&')}](${url})` }),
  mediawiki: ({ title, url }) => ({ text: `[${url} ${title.replace(/[[\]{}<>|'&]/g, (sign) => `&#${sign.charCodeAt(0)};`)}]` }),
  embed: ({ title, embed, height }) => ({ text: `<iframe src="${html(embed!)}" title="${html(title)}" width="100%" height="${height}" loading="lazy"></iframe>` }),
};
