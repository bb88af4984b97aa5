import type { ImportField } from '../../schema/import-mapping.ts';

/**
 * The same headers in German, French, Spanish, Italian, Portuguese, Dutch and Japanese, as Salesforce labels its standard fields and as
 * spreadsheets are headed. A mapping says what is missing here.
 */
export const DEAL_HEADERS_IN_OTHER_LANGUAGES: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  id: ['Opportunity-ID', "ID de l'opportunité", 'Id. de oportunidad', 'ID opportunità', '商談 ID'],
  name: [
    ...['Opportunity-Name', 'Name der Opportunity', "Nom de l'opportunité", "Nom de l'affaire"],
    ...['Nombre de la oportunidad', 'Nombre del negocio', 'Nome opportunità', 'Nome da oportunidade'],
    ...['Opportunity-naam', 'Naam opportunity', 'Naam van opportunity', 'Dealnaam', '商談名'],
  ],
  account: [
    ...['Accountname', 'Kundenname', 'Kunde', 'Firma', 'Unternehmen', 'Endkunde'],
    ...['Nom du compte', 'Client', 'Client final', 'Entreprise', 'Société'],
    ...['Nombre de la cuenta', 'Nombre de cuenta', 'Cliente', 'Cliente final', 'Empresa'],
    ...['Nome account', 'Nome da conta', 'Accountnaam', 'Klant', 'Klantnaam', 'Eindklant', 'Bedrijf', '取引先名'],
  ],
  amount: ['Betrag', 'Umsatz', 'Auftragswert', 'Montant', 'Importe', 'Importo', 'Valor', 'Bedrag', '金額'],
  currency: [
    ...['Währung', 'Währung des Betrags', 'Betrag Währung', 'Währung (Betrag)', 'Opportunity-Währung'],
    ...['Devise', 'Devise de Montant', "Devise de l'opportunité", 'Divisa', 'Divisa de Importe', 'Moneda'],
    ...['Valuta', 'Valuta van Bedrag', 'Moeda', '通貨', '金額 通貨'],
  ],
  stage: ['Verkaufsphase', 'Étape', 'Etapa', 'Fase', 'Fase vendita', 'フェーズ'],
  probability_percent: [
    ...['Wahrscheinlichkeit (%)', 'Wahrscheinlichkeit', 'Probabilité (%)', 'Probabilité', 'Probabilidad (%)'],
    ...['Probabilidad', 'Probabilità (%)', 'Probabilità', 'Probabilidade (%)', 'Waarschijnlijkheid (%)'],
    ...['Waarschijnlijkheid', '確度(%)', '確度 (%)'],
  ],
  forecast_category: ['Prognosekategorie', 'Catégorie de prévision', 'Categoría de pronóstico', '売上予測分類'],
  close_date: [
    ...['Schlusstermin', 'Abschlussdatum', 'Voraussichtliches Abschlussdatum', 'Date de clôture'],
    ...['Fecha de cierre', 'Data chiusura', 'Data di chiusura', 'Data de fechamento', 'Sluitingsdatum'],
    ...['Verwachte sluitingsdatum', '完了予定日'],
  ],
  created_date: [
    ...['Erstelldatum', 'Erstellt am', 'Erstellungsdatum', 'Date de création', 'Fecha de creación'],
    ...['Data creazione', 'Data di creazione', 'Data de criação', 'Aanmaakdatum', 'Gemaakt op', '作成日'],
  ],
  owner: [
    ...['Opportunity-Inhaber', 'Inhaber der Opportunity', 'Inhaber', "Propriétaire de l'opportunité"],
    ...['Propietario de oportunidad', 'Propietario de la oportunidad', 'Titolare opportunità'],
    ...['Proprietário da oportunidade', 'Opportunity-eigenaar', 'Eigenaar van opportunity', '商談 所有者'],
  ],
  type: ['Typ', 'Tipo', '種別'],
  product: ['Produkt', 'Produit', 'Producto', 'Prodotto', 'Produto'],
  next_step: [
    'Nächster Schritt',
    'Étape suivante',
    'Prochaine étape',
    'Paso siguiente',
    'Volgende stap',
    '次のステップ',
  ],
  lead_source: ['Lead-Quelle', 'Leadquelle', 'Origine de la piste', 'Origen del candidato', 'Leadbron', 'リードソース'],
  partner: [
    ...['Partner-Account', 'Partnername', 'Partneraccount', 'Partnerfirma', 'Fachhändler', 'Wiederverkäufer'],
    ...['Compte partenaire', 'Partenaire', 'Nom du partenaire', 'Revendeur'],
    ...['Cuenta de socio', 'Socio', 'Nombre del socio', 'Revendedor', 'Account partner', 'Nome partner'],
    ...['Conta de parceiro', 'Parceiro', 'Naam partner', 'Partnernaam', 'パートナー取引先', 'パートナー'],
  ],
};
