import type { CommandSpec } from '../command.ts';

/** Calculators over all partners together. */
export const channelCommands: readonly CommandSpec[] = [
  {
    usage: 'channel mgo',
    summary: 'Marketing-generated opportunities: what a revenue takes, any one number from the others',
    options: [
      ['--set <numbers>', 'try numbers out: contacts=2000,close_rate=8%'],
      [
        '--solve <number>',
        'what is worked out from the others: contacts, response_rate, mgo_rate, close_rate, revenue …',
      ],
    ],
    examples: [
      'cam channel mgo',
      'cam channel mgo --solve contacts --set revenue=12000000',
      'cam channel mgo --set partners=350,campaigns=4,response_rate=2% --solve contacts --format xlsx',
    ],
    readsOnly: true,
    load: () => import('./channel-mgo.ts'),
  },
];
