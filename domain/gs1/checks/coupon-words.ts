/**
 * domain/gs1/checks/coupon-words.ts — what is wrong with a coupon, in words: its codes are put together of what is wrong and of what.
 */
const parts: Readonly<Record<string, string>> = {
  format_code: 'the format',
  funder: 'who pays',
  gcp: 'the company prefix',
  offer_code: 'the offer',
  save_value: 'the amount saved',
  save_value_code: 'what the amount is',
  save_value_applies_to_item: 'the item the amount is for',
  store_coupon_flag: 'whether it is of a store',
  dont_multiply_flag: 'whether it may be multiplied',
  '1st_purchase_requirement': 'what must be bought',
  '1st_purchase_requirement_code': 'the kind of what must be bought',
  '1st_purchase_family_code': 'the family of what must be bought',
  additional_purchase_rules_code: 'how further purchases count',
  '2nd_purchase_requirement': 'what must be bought second',
  '2nd_purchase_requirement_code': 'the kind of what must be bought second',
  '2nd_purchase_family_code': 'the family of what must be bought second',
  '2nd_purchase_gcp': 'the company prefix of the second',
  '3rd_purchase_requirement': 'what must be bought third',
  '3rd_purchase_requirement_code': 'the kind of what must be bought third',
  '3rd_purchase_family_code': 'the family of what must be bought third',
  '3rd_purchase_gcp': 'the company prefix of the third',
  exipiration_date: 'the last day',
  expiration_date: 'the last day',
  start_date: 'the first day',
  serial_number: 'the serial number',
  retailer_gcp_or_gln: 'the retailer',
}

const wholes: Readonly<Record<string, string>> = {
  coupon_excess_data: 'ends in {bad}, which belongs to no part of a coupon',
  coupon_expiration_before_start: 'ends before it begins: {bad}',
}

export function couponWords(code: string): string {
  const [, wrong = '', name = '', measure] =
    /^coupon_(missing|invalid|truncated|too_short_for)_(.+?)(_vli|_length)?$/.exec(code) ?? []
  const part = parts[name] ?? name.replaceAll('_', ' ')
  if (wrong === 'missing') return `is cut off before ${measure ? 'the length of ' : ''}${part}`
  if (wrong === 'invalid') return `has {bad} for ${measure ? 'the length of ' : ''}${part}; it may be {right}`
  return wholes[code] ?? `is cut off within ${part}: {bad}`
}
