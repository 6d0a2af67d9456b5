package io.zonewright.zone.compile;

import io.zonewright.dns.DomainName;
import io.zonewright.zone.RRset;
import io.zonewright.zone.Zone;
import io.zonewright.zone.ZoneEditor;
import io.zonewright.zone.ZoneNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The next version of a zone, which differs from the last only where it must. */
final class Amendment {
  private final Zone base;
  private @Nullable ZoneEditor editor;

  Amendment(Zone base) {
    this.base = base;
  }

  /** Lets an owner name have these RRsets and no others. */
  void align(DomainName owner, List<RRset> wanted) {
    ZoneNode node = base.find(owner);
    for (RRset rrset : wanted) {
      if (node == null || !rrset.equals(node.find(rrset.type()))) {
        edit().put(owner, rrset);
      }
    }
    if (node != null) {
      removeOthers(node, wanted);
    }
  }

  private void removeOthers(ZoneNode node, List<RRset> wanted) {
    Set<Integer> types = wanted.stream().map(RRset::type).collect(Collectors.toSet());
    for (int i = 0; i < node.rrsetCount(); i++) {
      int type = node.rrset(i).type();
      if (!types.contains(type)) {
        edit().remove(node.owner(), type);
      }
    }
  }

  void siblingAddresses(boolean on) {
    if (base.siblingAddresses() != on) {
      edit().siblingAddresses(on);
    }
  }

  /** The version to serve: the last one itself if nothing differs. */
  Zone result() {
    return editor == null ? base : editor.commit();
  }

  private ZoneEditor edit() {
    if (editor == null) {
      editor = base.edit();
    }
    return editor;
  }
}
