package io.zonewright.zone.compile.file;

import io.zonewright.dns.DomainName;
import io.zonewright.dns.RRType;
import io.zonewright.zone.compile.rdata.Entry;
import io.zonewright.zone.compile.rdata.EntryReader;
import io.zonewright.zone.compile.rdata.NameText;
import io.zonewright.zone.compile.rdata.Parsed;
import io.zonewright.zone.compile.rdata.PlainLine;
import io.zonewright.zone.compile.rdata.Rdata;
import io.zonewright.zone.compile.rdata.RdataText;
import io.zonewright.zone.compile.rdata.Token;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one file, entry by entry, with the origin, owner and TTL that hold at each. */
final class MasterFileReader {
  private static final int MAX_DEPTH = 16;

  private final ReadSession session;
  private final Path file;
  private final IncludeRule includes;
  private final @Nullable MasterFileReader includedBy;
  private final TtlState ttl;
  private final PlainLine plainLine = new PlainLine();
  private final PlainRecord.Reader plainRecords = new PlainRecord.Reader();
  private DomainName origin;
  private @Nullable DomainName owner;
  private boolean ownerUnreadable;

  /** For the zone file itself. */
  MasterFileReader(ReadSession session, Path file, DomainName origin) {
    this.session = session;
    this.file = file;
    this.origin = origin;
    this.includes = new IncludeRule(file);
    this.includedBy = null;
    this.ttl = new TtlState();
  }

  private MasterFileReader(MasterFileReader includedBy, Path file, DomainName origin) {
    this.session = includedBy.session;
    this.file = file;
    this.origin = origin;
    this.includes = includedBy.includes;
    this.includedBy = includedBy;
    this.ttl = includedBy.ttl.copy();
    this.owner = includedBy.owner;
  }

  void read() {
    session.opened(file);
    if (FileText.isOther(file)) {
      problem(0, "this is not a file; write the name of one");
      return;
    }
    try {
      EntryReader entries = new EntryReader(FileText.read(file));
      for (Entry entry = special(entries); entry != null; entry = special(entries)) {
        take(entry);
      }
    } catch (IOException e) {
      problem(0, "the file cannot be read; name a file that exists");
    }
  }

  /** Takes plain records, as most are, until the next entry that is none; null at the end. */
  private @Nullable Entry special(EntryReader entries) {
    while (entries.next(plainLine)) {
      PlainRecord plain = plainRecords.read(plainLine, owner, origin);
      if (plain == null) {
        return entries.again(plainLine);
      }
      owner = plain.owner();
      ownerUnreadable = false;
      record(plainLine.number(), plain.owner(), plain.header(), plain.data());
    }
    return entries.next();
  }

  private boolean problem(int line, String message) {
    return problem(line, RRType.ANY, message);
  }

  private boolean problem(int line, int type, String message) {
    session.problems().add(file, line, message);
    session.unread(type);
    return false;
  }

  private void take(Entry entry) {
    String problem = entry.problem();
    if (problem != null) {
      problem(entry.line(), problem);
    } else if (!entry.indented() && entry.tokens().getFirst().text().startsWith("$")) {
      directive(entry.line(), entry.tokens());
    } else {
      record(entry);
    }
  }

  private void directive(int line, List<Token> tokens) {
    String name = tokens.getFirst().text().toUpperCase(Locale.ROOT);
    int words = tokens.size() - 1;
    if (name.equals("$ORIGIN") && words == 1) {
      DomainName next = name(line, tokens.get(1));
      origin = next == null ? origin : next;
    } else if (name.equals("$TTL") && words == 1) {
      setDefaultTtl(line, tokens.get(1).text());
    } else if (name.equals("$INCLUDE") && (words == 1 || words == 2)) {
      include(line, tokens);
    } else if (name.equals("$GENERATE") && words >= 4) {
      generate(line, tokens);
    } else {
      problem(
          line,
          "'"
              + tokens.getFirst().text()
              + "' with "
              + words
              + " words is not a directive; write"
              + " $ORIGIN NAME, $TTL TIME, $INCLUDE FILE [ORIGIN] or $GENERATE RANGE NAME TYPE"
              + " DATA");
    }
  }

  private @Nullable DomainName name(int line, Token token) {
    return switch (NameText.below(token.text(), origin)) {
      case Parsed.Good<DomainName> good -> good.value();
      case Parsed.Bad<DomainName> bad -> {
        problem(line, bad.message());
        yield null;
      }
    };
  }

  private void setDefaultTtl(int line, String text) {
    switch (RecordHeader.ttl(text)) {
      case Parsed.Good<Integer> good -> ttl.setDefault(good.value());
      case Parsed.Bad<Integer> bad -> problem(line, bad.message());
    }
  }

  private void include(int line, List<Token> tokens) {
    DomainName start = tokens.size() == 3 ? name(line, tokens.get(2)) : origin;
    if (start == null) {
      return;
    }
    switch (includes.find(tokens.get(1).text(), file, session)) {
      case Parsed.Good<Path> good -> include(line, good.value(), start);
      case Parsed.Bad<Path> bad -> problem(line, bad.message());
    }
  }

  private void include(int line, Path path, DomainName start) {
    int depth = 1;
    for (MasterFileReader each = this; each != null; each = each.includedBy, depth++) {
      if (each.file.toAbsolutePath().normalize().equals(path)) {
        problem(line, "the file includes itself; take the $INCLUDE out");
        return;
      }
    }
    if (depth > MAX_DEPTH || !session.mayInclude()) {
      problem(line, "there are too many $INCLUDEs, at most 16 deep and 1000 in all");
      return;
    }
    new MasterFileReader(this, path, start).read();
  }

  private void generate(int line, List<Token> tokens) {
    switch (GenerateRange.parse(tokens.get(1).text())) {
      case Parsed.Good<GenerateRange> good -> generate(line, good.value(), tokens);
      case Parsed.Bad<GenerateRange> bad -> problem(line, bad.message());
    }
  }

  private void generate(int line, GenerateRange range, List<Token> tokens) {
    if (!session.mayGenerate(range.count())) {
      problem(line, "$GENERATE makes at most 1048576 records in all; write a shorter range");
      return;
    }
    List<GenerateTemplate> templates =
        tokens.subList(2, tokens.size()).stream().map(GenerateTemplate::new).toList();
    for (long number = range.start(); number <= range.stop(); number += range.step()) {
      List<Token> words = new ArrayList<>(templates.size());
      for (GenerateTemplate template : templates) {
        words.add(template.with(number));
      }
      if (!record(new Entry(line, false, words, null))) {
        return;
      }
    }
  }

  /** Reads a record; false if there is a problem with it. */
  private boolean record(Entry entry) {
    List<Token> tokens = entry.tokens();
    if (!entry.indented()) {
      DomainName read = name(entry.line(), tokens.getFirst());
      ownerUnreadable = read == null;
      owner = read;
    }
    DomainName current = owner;
    if (current == null) {
      return ownerUnreadable
          ? false
          : problem(entry.line(), "the line has no owner name; write one in the first column");
    }
    return switch (RecordHeader.read(tokens, entry.indented() ? 0 : 1)) {
      case Parsed.Good<RecordHeader> good -> record(entry, current, good.value());
      case Parsed.Bad<RecordHeader> bad -> problem(entry.line(), bad.message());
    };
  }

  private boolean record(Entry entry, DomainName current, RecordHeader header) {
    List<Token> data = entry.tokens().subList(header.dataAt(), entry.tokens().size());
    return switch (RdataText.read(header.type(), data, origin)) {
      case Parsed.Good<Rdata> good -> record(entry.line(), current, header, good.value());
      case Parsed.Bad<Rdata> bad -> problem(entry.line(), header.type(), bad.message());
    };
  }

  private boolean record(int line, DomainName current, RecordHeader header, Rdata rdata) {
    if (header.type() == RRType.SOA) {
      ttl.soaSeen(rdata);
    }
    int seconds = ttl.resolve(header.ttl());
    if (seconds == RecordHeader.NO_TTL) {
      return problem(
          line, header.type(), "the record has no TTL; write '$TTL 3600' at the top of the file");
    }
    if (!current.isAtOrBelow(session.apex())) {
      return problem(
          line,
          header.type(),
          "'" + current + "' lies outside the zone " + session.apex() + "; leave it out");
    }
    session.contents().add(new FileRecord(current, header.type(), seconds, rdata, file, line));
    return true;
  }
}
