import type { RecordKind } from '../record-kind.ts';
import { shapeContacts } from '../shapes/contacts.ts';
import { NEEDS_PARTNER, PARTNER_FIELDS } from './partner-fields.ts';

/** People of the partners. */
export const CONTACTS_KIND: RecordKind = {
  id: 'contacts',
  table: 'contacts',
  noun: { one: 'contact', many: 'contacts' },
  fields: {
    ...PARTNER_FIELDS,
    partner: {
      ...PARTNER_FIELDS.partner,
      headers: [
        ...PARTNER_FIELDS.partner.headers,
        ...['Account Name', 'Company Name', 'Company', 'Associated Company', 'Primary Associated Company'],
        ...['Person - Organization', 'Organization', 'Organisation', 'Organization Name', 'Organization 1 - Name'],
        ...['Account', 'AccountId'],
      ],
    },
    name: { reads: 'name', headers: ['Full Name', 'Contact Name', 'Contact', 'Person - Name', 'Person'] },
    first_name: { reads: 'name', aside: true, tells: true, headers: ['First Name', 'FirstName', 'Given Name'] },
    last_name: {
      reads: 'name',
      aside: true,
      tells: true,
      headers: ['Last Name', 'LastName', 'Surname', 'Family Name'],
    },
    role: {
      reads: 'name',
      tells: ['Job Title', 'Position', 'Contact Role', 'Organization Title', 'Organization 1 - Title'],
      // Where there is a job title, a title beside it is "Dr."
      headers: [
        ...['Job Title', 'Organization Title', 'Organization 1 - Title', 'Position', 'Contact Role'],
        ...['Title', 'Function', 'Department'],
      ],
    },
    email: {
      reads: 'name',
      tells: true,
      headers: [
        ...['E-mail', 'Email Address', 'E-Mail Address', 'E-mail 1 - Value', 'Person - Email - Work'],
        ...['Contact Email', 'Work Email'],
      ],
    },
    phone: {
      reads: 'name',

      headers: [
        'Phone Number',
        'Business Phone',
        'Work Phone',
        'Mobile Phone',
        'Mobile',
        'Telephone',
        'Phone 1 - Value',
        'Person - Phone - Work',
      ],
    },
    champion: { reads: 'yes-no', headers: ['Is Champion', 'Our Champion'] },
    qbr: { reads: 'yes-no', headers: ['Attends QBR', 'QBR Attendee', 'QBR Participant'] },
  },
  needs: [NEEDS_PARTNER, ['name', 'last_name', 'email']],
  identities: [['email'], ['name']],
  shape: shapeContacts,
};
