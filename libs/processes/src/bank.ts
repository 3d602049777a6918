// Second entry, `@uitkomst/processes/bank`: reads what banks answer, for those who have an answer in hand.
export { readBankMessage } from './bank/read-bank-message.js';
