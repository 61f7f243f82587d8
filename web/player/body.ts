// What the frame asks of the body of a question, whatever its type. Types only.
import type { Value } from '../record/entry';

export interface Feedback {
  /** Shown and read out with the outcome: how much of it was right. */
  count?: string;
  /** Read out only, since it stands in sight elsewhere. */
  more?: readonly string[];
}

export interface Body {
  /** The answer as it stands; undefined when it is not one yet. */
  read(): Value | undefined;
  /** Puts back a recorded answer; false, and nothing changed, when it does not fit this question. */
  restore(value: unknown): boolean;
  isRight(value: Value): boolean;
  /** Shows what was right and what was not, in words. */
  show(value: Value, ok: boolean): Feedback;
  /** Back to how the build wrote it. */
  clear(): void;
  /** Where a learner begins. */
  first(): HTMLElement;
}
