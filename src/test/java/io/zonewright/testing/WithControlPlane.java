package io.zonewright.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class the control plane that all tests of this JVM share: as parameters of type
 * {@link ControlPlane}, {@link io.fabric8.kubernetes.client.KubernetesClient} and, one for each
 * test, {@link TestNamespace}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ControlPlaneExtension.class)
public @interface WithControlPlane {
  /** Whether our CRDs are installed. */
  boolean crds() default true;

  /** Whether kube-controller-manager runs, which namespace deletion and EndpointSlices need. */
  boolean controllerManager() default false;
}
