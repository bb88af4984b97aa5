import { describe, expect, it } from 'vitest';
import { DEAL_WORDS, matchHeaders, similarHeader } from '../../../src/input/import-columns/match-headers.ts';

function fieldsOf(headers: readonly string[], stated = {}): Record<string, string> {
  return Object.fromEntries(
    Array.from(matchHeaders(headers, DEAL_WORDS, stated).columns, ([field, { header }]) => [field, header]),
  );
}

describe('columns of an export', () => {
  it('are known in a Salesforce report by their labels', () => {
    const headers = [
      'Opportunity Name',
      'Account Name',
      'Stage',
      'Amount',
      'Close Date',
      'Partner Account',
      'Probability (%)',
      'Fiscal Period',
    ];
    expect(fieldsOf(headers)).toEqual({
      name: 'Opportunity Name',
      account: 'Account Name',
      stage: 'Stage',
      amount: 'Amount',
      close_date: 'Close Date',
      partner: 'Partner Account',
      probability_percent: 'Probability (%)',
    });
  });

  it('are known in a Dynamics export, with what was estimated and what came of it kept apart', () => {
    const headers = [
      '(Do Not Modify) Opportunity',
      'Topic',
      'Potential Customer',
      'Status',
      'Est. Revenue',
      'Actual Revenue',
      'Est. Close Date',
      'Actual Close Date',
    ];
    expect(fieldsOf(headers)).toEqual({
      id: '(Do Not Modify) Opportunity',
      name: 'Topic',
      account: 'Potential Customer',
      status: 'Status',
      amount: 'Est. Revenue',
      actual_amount: 'Actual Revenue',
      close_date: 'Est. Close Date',
      actual_close_date: 'Actual Close Date',
    });
  });

  it('are known in HubSpot and Pipedrive', () => {
    expect(fieldsOf(['Record ID', 'Deal Name', 'Deal Stage', 'Associated Company', 'Create Date'])).toEqual({
      id: 'Record ID',
      name: 'Deal Name',
      stage: 'Deal Stage',
      account: 'Associated Company',
      created_date: 'Create Date',
    });
    expect(fieldsOf(['Deal - ID', 'Deal - Title', 'Deal - Value', 'Deal - Status', 'Deal - Organization'])).toEqual({
      id: 'Deal - ID',
      name: 'Deal - Title',
      amount: 'Deal - Value',
      status: 'Deal - Status',
      account: 'Deal - Organization',
    });
  });

  it.each([
    ['German', 'Opportunity-Name;Accountname;Phase;Betrag;Schlusstermin;Erstelldatum;Partner-Account;Währung'],
    ['French', "Nom de l'opportunité;Nom du compte;Étape;Montant;Date de clôture;Date de création;Partenaire;Devise"],
    ['Spanish', 'Nombre de la oportunidad;Cliente;Etapa;Importe;Fecha de cierre;Fecha de creación;Socio;Divisa'],
    ['Italian', 'Nome opportunità;Nome account;Fase;Importo;Data di chiusura;Data creazione;Account partner;Valuta'],
    ['Portuguese', 'Nome da oportunidade;Empresa;Fase;Valor;Data de fechamento;Data de criação;Parceiro;Moeda'],
    ['Dutch', 'Opportunity-naam;Klant;Fase;Bedrag;Sluitingsdatum;Aanmaakdatum;Partnernaam;Valuta van Bedrag'],
    ['Japanese', '商談名;取引先名;フェーズ;金額;完了予定日;作成日;パートナー取引先;金額 通貨'],
  ])('are known in %s', (_, line) => {
    const headers = line.split(';');
    const fields = ['name', 'account', 'stage', 'amount', 'close_date', 'created_date', 'partner', 'currency'];
    expect(fieldsOf(headers)).toEqual(Object.fromEntries(fields.map((field, index) => [field, headers[index]])));
  });

  it('are known by the path Salesforce puts before the name of a field', () => {
    const headers = ['Partner Account: Account Name', 'Partner Account: Account ID', 'Opportunity Owner: Full Name'];
    expect(fieldsOf([...headers, 'Account: Account Name', 'Stage  ↑'])).toEqual({
      partner: headers[0],
      partner_crm_id: headers[1],
      owner: headers[2],
      account: 'Account: Account Name',
      stage: 'Stage  ↑',
    });
  });

  it('prefer the name of an account to its id', () => {
    expect(fieldsOf(['AccountId', 'Account Name'])).toEqual({ account: 'Account Name' });
    expect(fieldsOf(['AccountId'])).toEqual({ account: 'AccountId' });
  });

  it('follow what a person states, also against the usual meaning', () => {
    expect(fieldsOf(['Owner', 'Amount', 'Weighted'], { partner: 'owner', amount: 'Weighted' })).toEqual({
      amount: 'Weighted',
      partner: 'Owner',
    });
  });

  it('are left out where a person says so', () => {
    expect(fieldsOf(['Status', 'Stage'], { status: null })).toEqual({ stage: 'Stage' });
  });

  it('are never taken because they merely look alike', () => {
    const { columns, unused } = matchHeaders(['Amuont', 'Stagee'], DEAL_WORDS, {});
    expect(columns.size).toBe(0);
    expect(unused).toEqual(['Amuont', 'Stagee']);
    expect(similarHeader('amount', DEAL_WORDS, unused)).toBe('Amuont');
    expect(similarHeader('partner', DEAL_WORDS, unused)).toBeUndefined();
  });

  it('named by a person and absent are reported with the nearest one there is', () => {
    expect(matchHeaders(['Reseller Name'], DEAL_WORDS, { partner: 'Reseler Name' }).absent).toEqual([
      { field: 'partner', header: 'Reseler Name', nearest: 'Reseller Name' },
    ]);
  });

  it('called source are the system of the deals only in our own files; elsewhere they mean the lead', () => {
    expect(fieldsOf(['id', 'source', 'status'])).toHaveProperty('source');
    expect(fieldsOf(['Opportunity ID', 'Source', 'Stage'])).not.toHaveProperty('source');
  });
});
