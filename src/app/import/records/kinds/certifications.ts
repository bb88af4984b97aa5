import type { RecordKind } from '../record-kind.ts';
import { shapeCertifications } from '../shapes/certifications.ts';
import { PARTNER_FIELDS, NEEDS_PARTNER } from './partner-fields.ts';

/** Certificates of the partners' people. */
export const CERTIFICATIONS_KIND: RecordKind = {
  id: 'certifications',
  table: 'certifications',
  noun: { one: 'certification', many: 'certifications' },
  fields: {
    ...PARTNER_FIELDS,
    partner: {
      ...PARTNER_FIELDS.partner,
      headers: [
        ...PARTNER_FIELDS.partner.headers,
        ...['Company', 'Company Name', 'Account Name', 'Organization', 'Account'],
      ],
    },
    holder: {
      reads: 'name',
      tells: ['Holder', 'Certificate Holder', 'Certified Person', 'Learner', 'Learner Name', 'Student', 'Student Name'],
      headers: [
        'Certificate Holder',
        'Certified Person',
        'Learner',
        'Learner Name',
        'Student',
        'Student Name',
        'Employee',
        'Employee Name',
        'User',
        'User Full Name',
        'User Name',
        'Full Name',
        'Contact Name',
        'Contact',
        'Person',
        'Name',
      ],
    },
    first_name: {
      reads: 'name',
      aside: true,
      headers: ['First Name', 'Given Name', 'Issued To First Name', 'Recipient First Name'],
    },
    last_name: {
      reads: 'name',
      aside: true,
      headers: ['Last Name', 'Surname', 'Family Name', 'Issued To Last Name', 'Recipient Last Name'],
    },
    name: {
      reads: 'text',
      tells: [
        'Certification',
        'Certification Name',
        'Certificate',
        'Certificate Name',
        'Credential',
        'Exam',
        'Accreditation',
        'Badge Name',
      ],
      headers: [
        'Certification',
        'Certification Name',
        'Certificate',
        'Certificate Name',
        'Credential',
        'Exam',
        'Course',
        'Course Name',
        'Accreditation',
        'Badge Name',
        'Badge',
      ],
    },
    role: {
      reads: {
        words: {
          sales: [
            'Sales Professional',
            'Sales Certification',
            'Commercial',
            'Pre-sales business',
            'Account Manager',
            'Business',
          ],
          technical: [
            'Tech',
            'Technician',
            'Engineer',
            'Engineering',
            'Pre-sales',
            'Presales',
            'Post-sales',
            'Support',
            'Deployment',
            'Technical Sales',
            'Architect',
            'Administrator',
          ],
        },
      },
      headers: ['Certification Type', 'Certification Role', 'Track', 'Discipline', 'Certification Category', 'Type'],
    },
    /** How far the person got: portals list courses that are still open beside the certificates. */
    result: {
      reads: {
        words: {
          held: [
            ...['Active', 'Valid', 'Certified', 'Current', 'Completed', 'Complete', 'Passed', 'Pass', 'Issued'],
            ...['Earned', 'Awarded', 'Achieved', 'Accepted', 'Expiring', 'Renewed', 'Granted'],
          ],
          expired: ['Lapsed', 'Inactive', 'Not current'],
          'not held': [
            ...['In progress', 'Not started', 'Not completed', 'Incomplete', 'Enrolled', 'Enroled', 'Registered'],
            ...['Assigned', 'Scheduled', 'Started', 'Failed', 'Fail', 'No show', 'Cancelled', 'Canceled', 'Withdrawn'],
            ...['Dropped', 'Revoked', 'Suspended', 'Rejected', 'Waitlisted'],
          ],
        },
      },
      aside: true,
      headers: [
        ...['Certification Status', 'Certificate Status', 'Enrollment Status', 'Enrolment Status', 'Course Status'],
        ...['Completion Status', 'Exam Result', 'Badge State', 'Status', 'State'],
      ],
    },
    level: { reads: 'text', headers: ['Certification Level', 'Grade'] },
    issued: {
      reads: 'date',
      tells: true,
      headers: [
        'Issue Date',
        'Issued Date',
        'Issued On',
        'Issued At',
        'Date Issued',
        'Certification Date',
        'Certified On',
        'Date Earned',
        'Earned',
        'Completion Date',
        'Completed',
        'Passed',
      ],
    },
    expires: {
      reads: 'date',
      tells: true,
      headers: [
        'Expiration Date',
        'Expiry Date',
        'Expires On',
        'Expires At',
        'Certificate Expiry',
        'Certification Expiry',
        'Expiry',
        'Expiration',
        'Valid Until',
        'Valid To',
        'Valid Through',
        'Renewal Date',
      ],
    },
  },
  needs: [NEEDS_PARTNER, ['holder', 'last_name'], ['name', 'role']],
  identities: [['holder', 'role', 'name']],
  shape: shapeCertifications,
};
