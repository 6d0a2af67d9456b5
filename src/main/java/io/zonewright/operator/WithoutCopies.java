package io.zonewright.operator;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.config.Cloner;
import io.quarkiverse.operatorsdk.runtime.QuarkusConfigurationService;
import io.quarkus.runtime.annotations.RegisterForProxy;

/**
 * Has the SDK hand over what its caches hold rather than a copy, which costs writing and reading
 * JSON for each event and would hold each text a second time. Nobody here changes what is handed
 * over.
 */
@RegisterForProxy(targets = {QuarkusConfigurationService.class})
final class WithoutCopies implements Cloner {
  private WithoutCopies() {}

  /** The same configuration but for that. */
  static QuarkusConfigurationService of(QuarkusConfigurationService configuration) {
    Cloner cloner = new WithoutCopies();
    return Wrapping.proxy(
        QuarkusConfigurationService.class,
        (self, method, arguments) ->
            method.getName().equals("getResourceCloner")
                ? cloner
                : Wrapping.call(configuration, method, arguments));
  }

  @Override
  public <R extends HasMetadata> R clone(R resource) {
    return resource;
  }
}
