#!/usr/bin/env bash
# `make aot-cache`: builds the AOT cache beside the jar by a training run of the operator on a throw-away control plane;
# with AOT_FOR=serve one for `serve` and the other commands, by a training run of `serve`.
# It fits the JDK that was used, and no other.
set -euo pipefail
cd "$(dirname "$0")/../.."
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

cluster=
dns_port=${DNS_PORT:-5300}
http_port=${HTTP_PORT:-8080}

check_machine
build_jar
if aot_cache_fits; then
  say "The AOT cache is up to date"
  exit
fi
if [ "${AOT_FOR:-operator}" = serve ]; then
  build_aot_cache train_with_zone_file
else
  prepare_programs
  start_control_plane
  install_crds
  build_aot_cache train_with_operator
fi
[ -f "$aot_cache" ] || fail "There is no AOT cache."
