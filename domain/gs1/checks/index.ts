/**
 * domain/gs1/checks/index.ts — every check of a part of a value, by the name that the GS1 Barcode Syntax Dictionary gives it.
 */
import { charactersOf } from '../characters.ts'
import type { Fault } from '../fault.ts'
import {
  hyphen,
  iban,
  importeridx,
  iso3166,
  iso3166alpha2,
  iso4217,
  iso5218,
  iso3166999,
  latitude,
  longitude,
  mediatype,
  packagetype,
  pcenc,
  winding,
  yesno,
} from './codes.ts'
import { couponcode, couponposoffer } from './coupons.ts'
import {
  companyPrefix,
  csum,
  csumalpha,
  hasnondigit,
  nonzero,
  nozeroprefix,
  pieceoftotal,
  posinseqslash,
  zero,
} from './numbers.ts'
import { hh, hhmi, mi, ss, yymmd0, yymmdd, yyyymmd0, yyyymmdd } from './times.ts'

/** Null where nothing is wrong. */
export type Check = (value: string) => Fault | null

export const checks: ReadonlyMap<string, Check> = new Map(
  Object.entries({
    csetnumeric: charactersOf.N,
    cset82: charactersOf.X,
    cset39: charactersOf.Y,
    cset64: charactersOf.Z,
    csum,
    csumalpha,
    gcppos1: companyPrefix(0),
    gcppos2: companyPrefix(1),
    zero,
    nonzero,
    nozeroprefix,
    hasnondigit,
    pieceoftotal,
    posinseqslash,
    yymmdd,
    yymmd0,
    yyyymmdd,
    yyyymmd0,
    hh,
    mi,
    ss,
    hhmi,
    iso3166,
    iso3166999,
    iso3166alpha2,
    iso4217,
    iso5218,
    mediatype,
    packagetype,
    importeridx,
    yesno,
    winding,
    hyphen,
    pcenc,
    latitude,
    longitude,
    iban,
    couponcode,
    couponposoffer,
  }),
)
