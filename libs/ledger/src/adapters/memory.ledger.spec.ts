import { ledgerContract } from '../ledger.contract.js';
import { memoryLedger } from './memory.ledger.js';

ledgerContract('memory', memoryLedger);
