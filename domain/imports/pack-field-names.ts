/**
 * domain/imports/pack-field-names.ts — what people call the columns of further packs of a product: what lies in a case, and what stands on a pallet.
 */
import type { Names } from './field-names.ts'

export const packFieldNames: Names = {
  inner: {
    en: 'inner pack name|inner name|inner carton name',
    de: 'innenkarton name|unterverpackung',
    fr: 'sous carton',
  },
  inner_quantity: {
    en: 'inner qty|inner pack|inner pack qty|inner pack size|units per inner|units per inner pack|inner carton qty|qty per inner',
    de: 'stuck pro innenkarton|inhalt innenkarton|innenkarton menge|innenkarton',
    fr: 'unites par sous carton|spcb|sous colisage',
    es: 'unidades por caja interior|unidades por subembalaje',
    it: 'pezzi per confezione interna|pezzi per subimballo',
    nl: 'stuks per binnendoos|aantal per binnendoos',
  },
  inner_gtin: {
    en: 'inner ean|inner barcode|inner pack gtin|inner pack ean|inner carton ean|gtin inner',
    de: 'ean innenkarton|gtin innenkarton',
    fr: 'ean sous carton',
    es: 'ean caja interior',
    it: 'ean confezione interna',
    nl: 'ean binnendoos',
  },
  pallet: { en: 'pallet name', de: 'palettenname|palettenart', fr: 'nom de palette' },
  pallet_quantity: {
    en: 'pallet qty|units per pallet|qty per pallet|pallet size',
    de: 'stuck pro palette|palettenmenge|inhalt palette',
    fr: 'unites par palette',
    es: 'unidades por pale|unidades por palet',
    it: 'pezzi per pallet|pezzi per bancale',
    nl: 'stuks per pallet|aantal per pallet',
  },
  pallet_gtin: { en: 'pallet ean|pallet barcode|gtin pallet', de: 'ean palette|gtin palette', fr: 'ean palette' },
}
