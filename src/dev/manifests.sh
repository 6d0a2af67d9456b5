#!/bin/sh
# Brings what follows from crds/ and the chart up to date: the chart's copy of the CRDs, and deploy/.
set -eu
cd "$(dirname "$0")/../.."
helm=$(src/dev/helm.sh)
mkdir -p helm/zonewright/files/crds
cp crds/*.yaml helm/zonewright/files/crds/
render() {
  echo "# Rendered from helm/zonewright by \`make manifests\`."
  "$helm" template zonewright helm/zonewright --namespace zonewright "$@" | grep -v '^# Source:'
}
render --show-only templates/crds.yaml >deploy/crds.yaml
render --set crds.install=false >deploy/operator.yaml
