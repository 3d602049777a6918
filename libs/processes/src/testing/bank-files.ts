/** One payment as a bank tells of it. */
export interface ToldPayment {
  readonly endToEndId?: string;
  readonly status?: string;
  readonly reason?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly side?: 'CRDT' | 'DBIT';
  readonly ref?: string;
}

const tag = (name: string, inner: string | undefined): string =>
  inner === undefined ? '' : `<${name}>${inner}</${name}>`;
const document = (version: string, inner: string): Buffer =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${version}">${inner}</Document>`,
  );

/** A payment status report; `group` tells of the whole message. */
export function pain002File(
  payments: readonly ToldPayment[],
  { group, messageId = 'B1' }: { readonly group?: string; readonly messageId?: string } = {},
): Buffer {
  const told = payments.map(({ endToEndId, status, reason, amount, currency = 'EUR' }) =>
    tag(
      'TxInfAndSts',
      tag('OrgnlEndToEndId', endToEndId) +
        tag('TxSts', status) +
        (reason === undefined ? '' : `<StsRsnInf><Rsn><Cd>${reason}</Cd></Rsn></StsRsnInf>`) +
        (amount === undefined
          ? ''
          : `<OrgnlTxRef><Amt><InstdAmt Ccy="${currency}">${amount}</InstdAmt></Amt></OrgnlTxRef>`),
    ),
  );
  return document(
    'pain.002.001.10',
    `<CstmrPmtStsRpt><GrpHdr><MsgId>STATUS-1</MsgId><CreDtTm>2009-04-03T07:00:00+02:00</CreDtTm></GrpHdr>` +
      `<OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${tag('GrpSts', group)}</OrgnlGrpInfAndSts>` +
      (told.length === 0
        ? ''
        : `<OrgnlPmtInfAndSts><OrgnlPmtInfId>B1.0</OrgnlPmtInfId>${told.join('')}</OrgnlPmtInfAndSts>`) +
      `</CstmrPmtStsRpt>`,
  );
}

/** A statement with an entry for each payment; `prefix` writes it with a namespace prefix, as some banks do. */
export function camt053File(
  payments: readonly ToldPayment[],
  { prefix = '' }: { readonly prefix?: string } = {},
): Buffer {
  const entries = payments.map(
    ({ endToEndId, reason, amount = '2000.00', currency = 'EUR', side = 'DBIT', ref, status = 'BOOK' }) =>
      tag(
        'Ntry',
        `<Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Sts><Cd>${status}</Cd></Sts>` +
          `<BookgDt><Dt>2009-04-03</Dt></BookgDt><ValDt><Dt>2009-04-03</Dt></ValDt>${tag('AcctSvcrRef', ref)}` +
          tag(
            'NtryDtls',
            tag(
              'TxDtls',
              tag('Refs', tag('EndToEndId', endToEndId)) +
                (reason === undefined ? '' : `<RtrInf><Rsn><Cd>${reason}</Cd></Rsn></RtrInf>`),
            ),
          ),
      ),
  );
  const text = document(
    'camt.053.001.08',
    `<BkToCstmrStmt><GrpHdr><MsgId>STATEMENT-1</MsgId><CreDtTm>2009-04-03T20:00:00+02:00</CreDtTm></GrpHdr>` +
      `<Stmt><Id>S1</Id>${entries.join('')}</Stmt></BkToCstmrStmt>`,
  ).toString('utf8');
  if (prefix === '') return Buffer.from(text);
  return Buffer.from(text.replaceAll(/<(\/?)([A-Z])/g, `<$1${prefix}:$2`).replace(' xmlns=', ` xmlns:${prefix}=`));
}
