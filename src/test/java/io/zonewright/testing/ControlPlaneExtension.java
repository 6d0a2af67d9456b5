package io.zonewright.testing;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the shared control plane when the first test needs it; the root store ends it. */
final class ControlPlaneExtension implements BeforeAllCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(ControlPlaneExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    ControlPlane controlPlane = shared(context);
    AnnotationSupport.findAnnotation(context.getTestClass(), WithControlPlane.class)
        .ifPresent(wish -> prepare(controlPlane, wish));
  }

  private static void prepare(ControlPlane controlPlane, WithControlPlane wish) {
    if (wish.crds()) {
      controlPlane.installCrds();
    }
    if (wish.controllerManager()) {
      controlPlane.startControllerManager();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == ControlPlane.class
        || type == KubernetesClient.class
        || type == TestNamespace.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == TestNamespace.class) {
      return namespace(context);
    }
    return type == ControlPlane.class ? shared(context) : shared(context).client();
  }

  private static ControlPlane shared(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(ControlPlane.class, absent -> ControlPlane.start(), ControlPlane.class);
  }

  private static TestNamespace namespace(ExtensionContext context) {
    Store store = context.getStore(NAMESPACE);
    return store.computeIfAbsent(
        TestNamespace.class, absent -> shared(context).newNamespace(), TestNamespace.class);
  }
}
