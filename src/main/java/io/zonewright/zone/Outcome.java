package io.zonewright.zone;

/** What a lookup found (RFC 1034 section 4.3.2, RFC 6672, RFC 4592). */
public enum Outcome {
  /** The name exists, or a wildcard stands for it, and has the type. */
  ANSWER,
  /** The name exists, or a wildcard stands for it, and is an alias. */
  CNAME,
  /** The name lies below a DNAME. */
  DNAME,
  /** The name lies at or below a zone cut. */
  REFERRAL,
  /** The name exists, or a wildcard stands for it, without the type. */
  NODATA,
  /** The name does not exist. */
  NXDOMAIN
}
