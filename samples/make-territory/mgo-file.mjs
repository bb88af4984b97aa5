import { yamlFile } from './yaml-file.mjs';

/** `channel/mgo.yaml`: what all partners together are to bring; the share of opportunities that has to be won is worked out. */
export function mgoFile({ mgo }) {
  return yamlFile(mgo, {
    schema: '../.cam/schemas/channel-mgo.json',
    about: [
      'Marketing-generated opportunities over all partners. All but one number are given; solve names the one that is worked out.',
      'Goals of the published worksheet, the other numbers invented.',
    ],
    comments: { solve: 'What is worked out from the others: cam channel mgo --solve contacts asks for another.' },
  });
}
