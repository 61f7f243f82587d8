// What there is to learn, as `assets/outline.js` brings it. Pure: shapes only.
import type { Level } from './state';

export interface OutlineQuestion {
  readonly id: string;
  readonly v: number;
  /** Which of the page's objectives; −1 for none. */
  readonly o: number;
  readonly level: Level;
  readonly section: string;
}

export interface OutlinePage {
  readonly id: string;
  /** Relative to the root of the language. */
  readonly at: string;
  readonly title: string;
  readonly module: string;
  readonly minutes: number;
  /** Lessons that are easily taken for this one. */
  readonly near: readonly string[];
  readonly objectives: readonly { readonly id: string; readonly text: string }[];
  readonly questions: readonly OutlineQuestion[];
  readonly checklists: readonly { readonly id: string; readonly title: string; readonly items: readonly string[] }[];
}

export interface OutlinePath {
  readonly id: string;
  readonly at: string;
  readonly title: string;
  /** Ids of lessons, in order. */
  readonly steps: readonly string[];
}

export interface Outline {
  readonly version: string;
  /** Changes with the questions. */
  readonly bank: string;
  readonly modules: readonly { readonly id: string; readonly at: string; readonly title: string }[];
  readonly pages: readonly OutlinePage[];
  readonly paths: readonly OutlinePath[];
}
