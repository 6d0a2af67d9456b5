# Sourced by the scripts that start Zonewright, from the root of the project: their parts, and the settings that these need.

# shellcheck source=say.sh
. src/dev/say.sh
# shellcheck source=processes.sh
. src/dev/processes.sh
# shellcheck source=jar.sh
. src/dev/jar.sh
# shellcheck source=control-plane/start.sh
. src/dev/control-plane/start.sh
# shellcheck source=aot.sh
. src/dev/aot.sh

cluster= # the kubeconfig of a cluster of the user's, if that is to be used
dns_port=${DNS_PORT:-5300}
http_port=${HTTP_PORT:-8080}
