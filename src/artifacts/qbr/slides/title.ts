import type { SlideBuilder } from '../slide.ts';

/** Who meets, about which quarter. */
export const titleSlide: SlideBuilder = ({ result }) => {
  const { input, file } = result;
  const { contacts } = input.files.partner;
  const named = contacts.filter(({ qbr }) => qbr);
  const attending = named.length > 0 ? named : contacts.filter(({ champion }) => champion).slice(0, 1);
  return {
    layout: 'cover',
    cover: {
      occasion: 'Quarterly business review',
      forPartner:
        file?.for_partner ?? (attending.length > 0 ? attending : contacts.slice(0, 1)).map(({ name }) => name),
      forVendor: file?.for_vendor ?? [input.config.cam.name],
    },
    source: 'partner file',
  };
};
