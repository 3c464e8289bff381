/** A question with two answers. */
export interface Question {
  title: string;
  text: string;
  yes: string;
  no: string;
  /** Agreeing can't be undone. */
  isDangerous?: boolean;
}

/** Asks the user a question; true for "yes". */
export type Confirm = (question: Question) => Promise<boolean>;
