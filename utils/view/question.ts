/** A question that is answered with one of two buttons. */
export interface Question {
  title: string;
  text: string;
  yes: string;
  no: string;
  /** What is agreed to cannot be taken back. */
  isDangerous?: boolean;
}
