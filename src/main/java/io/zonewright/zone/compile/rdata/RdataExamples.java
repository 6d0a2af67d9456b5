package io.zonewright.zone.compile.rdata;

import io.zonewright.dns.RRType;
import java.util.Map;

/** A right example for the data of each type, for messages. */
final class RdataExamples {
  private static final String DIGEST =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private static final Map<String, String> BY_MNEMONIC =
      Map.ofEntries(
          Map.entry("A", "192.0.2.10"),
          Map.entry("AAAA", "2001:db8::10"),
          Map.entry("NS", "ns1.contoso.com."),
          Map.entry("CNAME", "www.contoso.com."),
          Map.entry("PTR", "www.contoso.com."),
          Map.entry("DNAME", "contoso.net."),
          Map.entry("SOA", "ns1.contoso.com. hostmaster.contoso.com. 1 7200 900 1209600 300"),
          Map.entry("MX", "10 mail.contoso.com."),
          Map.entry("TXT", "\"v=spf1 -all\""),
          Map.entry("SPF", "\"v=spf1 -all\""),
          Map.entry("SRV", "10 20 5060 sip.contoso.com."),
          Map.entry("TLSA", "3 1 1 " + DIGEST),
          Map.entry("SMIMEA", "3 1 1 " + DIGEST),
          Map.entry("CAA", "0 issue \"letsencrypt.org\""),
          Map.entry("SVCB", "1 svc.contoso.com. alpn=\"h2,h3\" port=\"8443\""),
          Map.entry("HTTPS", "1 . alpn=\"h2,h3\""),
          Map.entry("DS", "12345 13 2 " + DIGEST),
          Map.entry("SSHFP", "4 2 " + DIGEST),
          Map.entry("NAPTR", "100 10 \"u\" \"E2U+sip\" \"!^.*$!sip:info@contoso.com!\" ."),
          Map.entry("HINFO", "\"PC\" \"Linux\""),
          Map.entry("RP", "admin.contoso.com. info.contoso.com."),
          Map.entry("AFSDB", "1 afs.contoso.com."),
          Map.entry("KX", "10 kx.contoso.com."),
          Map.entry("LOC", "52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m"),
          Map.entry("URI", "10 1 \"https://contoso.com/\""),
          Map.entry("CERT", "PGP 0 0 dGVzdA=="),
          Map.entry("OPENPGPKEY", "dGVzdA=="),
          Map.entry("APL", "1:192.0.2.0/24 2:2001:db8::/32"));

  private RdataExamples() {}

  /** What to write, as the end of a sentence. */
  static String advice(int type) {
    String mnemonic = RRType.mnemonic(type);
    if (!RdataFormats.hasForm(type)) {
      return "write " + mnemonic + " data such as '\\# 4 c000020a'";
    }
    String example = BY_MNEMONIC.get(mnemonic);
    return example == null
        ? "write " + mnemonic + " data in its presentation form, or as '\\# LENGTH HEX'"
        : "write " + mnemonic + " data such as '" + example + "'";
  }
}
