import type { RecordKind } from '../record-kind.ts';
import { NEEDS_PARTNER, PARTNER_FIELDS } from './partner-fields.ts';

/** Contacts with the partners: calls, meetings, notes. */
export const ACTIVITIES_KIND: RecordKind = {
  id: 'activities',
  table: 'activities',
  noun: { one: 'activity', many: 'activities' },
  fields: {
    id: {
      reads: 'name',
      headers: [
        'Activity ID',
        'Task ID',
        'Event ID',
        '(Do Not Modify) Activity',
        'Activity - ID',
        'Record ID',
        'hs_object_id',
        'Id',
      ],
    },
    ...PARTNER_FIELDS,
    partner: {
      ...PARTNER_FIELDS.partner,
      headers: [
        ...PARTNER_FIELDS.partner.headers,
        ...['Company / Account', 'Account Name', 'Company Name', 'Company', 'Associated Company', 'Regarding'],
        ...['Activity - Organization', 'Organization', 'Organisation', 'Account', 'Related To'],
      ],
    },
    date: {
      reads: 'date',
      tells: ['Activity Date', 'ActivityDate', 'Meeting Date', 'Call Date', 'Activity - Due date'],
      headers: [
        'Activity Date',
        'ActivityDate',
        'Date',
        'Due Date',
        'Start',
        'Start Date',
        'Start Time',
        'Meeting Date',
        'Call Date',
        'Activity - Due date',
        'Completed Date',
        'Actual End',
      ],
    },
    kind: {
      reads: {
        words: {
          call: ['Phone Call', 'Telephone', 'Phone', 'Outgoing call'],
          meeting: ['Appointment', 'Visit', 'On-site meeting', 'Online meeting', 'Lunch', 'QBR', 'Event meeting'],
          email: ['E-mail', 'Mail', 'Email message'],
          training: ['Enablement', 'Workshop', 'Webinar training', 'Onboarding'],
          event: ['Webinar', 'Conference', 'Trade show'],
          note: ['Notes', 'Comment', 'Remark'],
          other: ['Task', 'To-do', 'Deadline', 'Letter', 'Fax'],
        },
      },
      tells: ['Activity Type', 'Task Type', 'TaskSubtype', 'Activity - Type', 'Meeting Type'],
      headers: ['Activity Type', 'Task Type', 'TaskSubtype', 'Activity - Type', 'Type', 'Event Type', 'Meeting Type'],
    },
    subject: {
      reads: 'text',
      tells: true,
      headers: ['Subject', 'Activity Subject', 'Activity - Subject', 'Title', 'Topic', 'Meeting Name'],
    },
    notes: {
      reads: 'text',
      headers: ['Comments', 'Full Comments', 'Description', 'Body', 'Note', 'Activity - Note', 'Meeting Notes'],
    },
    with: {
      reads: 'text',
      headers: ['Contact', 'Contact Name', 'Name', 'Attendees', 'Participants', 'Activity - Contact person', 'With'],
    },
    owner: {
      reads: 'text',
      headers: ['Assigned', 'Assigned To', 'Activity assigned to', 'Owner', 'Activity Owner', 'Created By'],
    },
    account: { reads: 'text', headers: ['Customer', 'End Customer', 'Customer Name'] },
    // "Opportunity" alone holds its name.
    deal_id: { reads: 'name', headers: ['Opportunity ID', 'Deal ID'] },
  },
  needs: [NEEDS_PARTNER, ['date'], ['subject', 'kind', 'notes']],
  identities: [['source', 'id']],
  isTerritoryWide: true,
  lasting: ['date', 'kind', 'subject', 'with', 'account'],
};
