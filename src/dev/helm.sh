#!/bin/sh
# Prints the path of helm, after building it once (two minutes) if the machine has none; needs Go for that.
set -eu
version=v3.22.0
if command -v helm >/dev/null; then
  command -v helm
  exit
fi
folder=${XDG_CACHE_HOME:-$HOME/.cache}/zonewright/helm-$version
if [ ! -x "$folder/helm" ]; then
  command -v go >/dev/null || { echo "Neither helm nor Go is installed: install one of them (Go builds helm)." >&2; exit 1; }
  echo "Building helm $version into $folder ..." >&2
  # A plain `go install` leaves the versions out: helm would take itself for one that only knows Kubernetes 1.20.
  helm=helm.sh/helm/v3
  GOBIN=$folder go install -trimpath -ldflags "-s -w -X $helm/internal/version.version=$version \
    -X $helm/pkg/chartutil.k8sVersionMajor=1 -X $helm/pkg/chartutil.k8sVersionMinor=36 \
    -X $helm/pkg/lint/rules.k8sVersionMajor=1 -X $helm/pkg/lint/rules.k8sVersionMinor=36" $helm/cmd/helm@$version
fi
echo "$folder/helm"
