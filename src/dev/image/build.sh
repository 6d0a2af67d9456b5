#!/usr/bin/env bash
# `make image`: target/image.tar, an OCI image, by Jib and thus without a container engine. BASE says on what it is built.
# It is built twice: a training run in the first one makes the AOT cache that fits the Java runtime of the base and the
# jars as the image has them, the second one contains it. With AOT_CACHE=no there is one, without a cache.
set -euo pipefail
cd "$(dirname "$0")/../../.."
# shellcheck source=../parts.sh
. src/dev/parts.sh
# shellcheck source=base.sh
. src/dev/image/base.sh
# shellcheck source=root.sh
. src/dev/image/root.sh

image=target/image.tar
beside_jar=target/image # what the image has beside the jar and its options

# write_image LABEL FORMAT FILE
write_image() {
  run_step "$1" "$state/jib.log" mvn -B -Dquick -Djib.console=plain jib:buildTar -Djib.container.format="$2" \
    -Djib.outputPaths.tar="$3" -Djib.from.image="$base" ${IMAGE:+"-Djib.to.image=$IMAGE"} ||
    fail "Jib did not build the image."
}

train_in_image() {
  write_image "Building the image without a cache" Docker "$state/untrained.tar"
  unpack_image "$state/untrained.tar"
  start_in_image
  check_java
  prepare_programs
  start_control_plane
  install_crds
  build_aot_cache train_with_operator
  [ -f "$aot_cache" ] || fail "There is no AOT cache; AOT_CACHE=no builds an image without one."
  cp "$aot_cache" "$beside_jar/"
}

check_machine
find_base
build_jar
rm -rf "$beside_jar"
mkdir -p "$beside_jar"
[ "${AOT_CACHE:-}" = no ] || train_in_image
write_image "Building the image" OCI "$image"
hint "$image, $(du -m "$image" | cut -f 1) MB"
