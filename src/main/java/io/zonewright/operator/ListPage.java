package io.zonewright.operator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of the API server, as it is asked for and as it comes.
 *
 * @param uri that asks for it
 */
record ListPage(URI uri) {
  private static final String LIMIT = "limit=";
  private static final String CONTINUE = "continue=";

  /** In the metadata of the list; within a text the quotes could not stand so. */
  private static final String TOKEN = "\"metadata\":{\"continue\":\"";

  private static final Pattern REMAINING = Pattern.compile("\"remainingItemCount\":(\\d{1,18})");

  /** Behind the token come the number of items that are left, the version, and the end. */
  private static final int BEHIND_ITEMS = 4096;

  /** Whether pages of this many items are wished for. */
  boolean hasSize(long items) {
    return parameters().anyMatch((LIMIT + items)::equals);
  }

  /** What names this page among those of its list; empty for the first one. */
  String token() {
    return parameters()
        .filter(parameter -> parameter.startsWith(CONTINUE))
        .map(parameter -> parameter.substring(CONTINUE.length()))
        .findFirst()
        .orElse("");
  }

  /** The page of the same list that a token names. */
  ListPage at(String token) {
    return with(Stream.concat(parametersBut(CONTINUE), Stream.of(CONTINUE + token)));
  }

  /** The whole list. */
  ListPage whole() {
    return with(parametersBut(CONTINUE).filter(parameter -> !parameter.startsWith(LIMIT)));
  }

  private Stream<String> parametersBut(String name) {
    return parameters().filter(parameter -> !parameter.startsWith(name));
  }

  private ListPage with(Stream<String> parameters) {
    String list = uri.toString();
    String path = uri.getRawQuery() == null ? list : list.substring(0, list.indexOf('?'));
    String query = parameters.collect(Collectors.joining("&"));
    return new ListPage(URI.create(query.isEmpty() ? path : path + "?" + query));
  }

  private Stream<String> parameters() {
    String query = uri.getRawQuery();
    return query == null ? Stream.empty() : Stream.of(query.split("&"));
  }

  /**
   * The token of the page that follows one, or null if there is none, or it stands elsewhere: then
   * the next page is not known before this one is read.
   */
  static @Nullable String following(byte[] body) {
    String end = end(body);
    return Optional.of(end.lastIndexOf(TOKEN))
        .filter(found -> found >= 0)
        .map(found -> end.substring(found + TOKEN.length()))
        .map(rest -> rest.substring(0, Math.max(0, rest.indexOf('"'))))
        .filter(token -> !token.isEmpty())
        .orElse(null);
  }

  /** How many items follow a page, as far as the API server says; otherwise 0. */
  static long remaining(byte[] body) {
    String end = end(body);
    int token = end.lastIndexOf(TOKEN);
    Matcher remaining = REMAINING.matcher(end);
    return token >= 0 && remaining.find(token) ? Long.parseLong(remaining.group(1)) : 0;
  }

  private static String end(byte[] body) {
    int from = Math.max(0, body.length - BEHIND_ITEMS);
    return new String(body, from, body.length - from, StandardCharsets.ISO_8859_1);
  }
}
