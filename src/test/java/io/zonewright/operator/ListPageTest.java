package io.zonewright.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListPageTest {
  @Test
  void theTokenOfTheNextPageStandsBehindTheItems() {
    assertThat(following("", "\"continue\":\"eyJ2\",\"resourceVersion\":\"7\"")).isEqualTo("eyJ2");
    assertThat(following("7".repeat(100_000), "\"continue\":\"eyJ2\"")).isEqualTo("eyJ2");
  }

  @Test
  void theLastPageHasNone() {
    assertThat(following("", "\"resourceVersion\":\"7\"")).isNull();
    assertThat(following("", "\"continue\":\"\",\"resourceVersion\":\"7\"")).isNull();
    assertThat(ListPage.following(new byte[0])).isNull();
  }

  @Test
  void aTextOfAUserIsNoToken() {
    String text = "{\"data\":\"\\\"metadata\\\":{\\\"continue\\\":\\\"mine\\\"}\"}";

    assertThat(following(text, "\"resourceVersion\":\"7\"")).isNull();
  }

  @Test
  void anotherPageOfTheSameList() {
    ListPage first = page("https://[::1]:6443/apis/a/b?labelSelector=c%3Dd&limit=10");

    ListPage second = first.at("eyJ2");
    assertThat(second).isEqualTo(page(first.uri() + "&continue=eyJ2"));
    assertThat(second.at("eyJ3")).isEqualTo(page(first.uri() + "&continue=eyJ3"));
    assertThat(first.token()).isEmpty();
    assertThat(second.token()).isEqualTo("eyJ2");
  }

  @Test
  void pagesOfAnotherSizeAreOtherLists() {
    assertThat(page("https://host/apis?limit=1000").hasSize(1000)).isTrue();
    assertThat(page("https://host/apis?limit=1").hasSize(1000)).isFalse();
    assertThat(page("https://host/apis").hasSize(1000)).isFalse();
  }

  private static @Nullable String following(String items, String metadata) {
    String list = "{\"items\":[" + items + "],\"kind\":\"List\",\"metadata\":{" + metadata + "}}\n";
    return ListPage.following(list.getBytes(StandardCharsets.UTF_8));
  }

  private static ListPage page(String uri) {
    return new ListPage(URI.create(uri));
  }
}
