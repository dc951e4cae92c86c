/** What was asked cannot be answered; the message is one sentence that says why and what would do. */
export class BadQuestion extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadQuestion';
  }
}
