/** A question that is answered with one of two buttons. */
export interface Question {
  title: string;
  text: string;
  yes: string;
  no: string;
  /** What is agreed to cannot be taken back. */
  isDangerous?: boolean;
}

/** Asks a question of whoever looks at the page; true for "yes". */
export type Ask = (question: Question) => Promise<boolean>;
