# Sourced by build.sh: the file system of an image, and how Zonewright is started in it. Needs say.sh, processes.sh,
# jar.sh and aot.sh, whose settings it changes.

root=           # the root of the file system
image_path=     # PATH of a container
readonly home=/opt/zonewright # the working directory of a container, as in pom.xml

# unpack_image TAR: of an image in the format of `docker save`.
unpack_image() {
  local parts=$state/parts layer
  root=$(realpath "$state")/root
  aot_cache=$state/trained/zonewright.aot # where a process in the image sees it too
  mkdir -p "$parts" "$root" "$state/trained"
  tar -C "$parts" -xf "$1"
  for layer in $(sed 's/.*"Layers":\[\([^]]*\)\].*/\1/; s/[",]/ /g' "$parts/manifest.json"); do
    stay_within "$parts/$layer"
    remove_what_is_hidden "$parts/$layer"
    tar -C "$root" -xf "$parts/$layer" --warning=no-unknown-keyword --no-same-owner --exclude='.wh.*' --exclude='dev/*' --exclude='./dev/*'
    chmod -R u+w "$root"
  done
  image_path=$(sed 's/.*"PATH=\([^"]*\)".*/\1/' "$parts/config.json")
  rm -r "$parts" "$1"
}

# A link of a layer below leads somewhere else here than in a container; a layer that writes through it would leave $root.
stay_within() {
  local outside
  outside=$(cd "$root" && tar -tf "$1" --warning=no-unknown-keyword | sed -n 's|/[^/]*/*$||p' | sort -u | tr '\n' '\0' | xargs -0 -r realpath -m -- |
    grep -v "^$root\(/\|\$\)" | head -n 1) || true
  [ -z "$outside" ] || fail "The base has a layer that writes through a link, to $outside: AOT_CACHE=no builds an image without looking."
}

# A layer names what it hides of those below (OCI image specification, "Whiteouts").
remove_what_is_hidden() {
  local path folder
  { tar -tf "$1" --warning=no-unknown-keyword | grep -E '(^|/)\.wh\.' || true; } | while read -r path; do
    folder=$root/$(dirname "$path")
    path=$(basename "$path")
    case $path in
      .wh..wh..opq) find "$folder" -mindepth 1 -delete ;;
      *) rm -rf "${folder:?}/${path#.wh.}" ;;
    esac
  done
}

# Zonewright is started in the image from now on, with $state at the same place.
start_in_image() {
  local user=()
  [ "$(id -u)" -eq 0 ] || user=(--map-root-user)
  jvm=(unshare ${user[@]+"${user[@]}"} --mount src/dev/image/enter.sh "$root" "$state" "$home" "$image_path" java)
  jar_folder=
}

check_java() {
  local version
  version=$("${jvm[@]}" -version 2>&1) ||
    fail "No java can be started in the base: give one for this kind of machine with a Java 25 runtime; AOT_CACHE=no builds an image without looking. It said: $(tail -n 1 <<<"$version")"
  [[ $version =~ version\ \"([0-9]+) ]] && [ "${BASH_REMATCH[1]}" -ge 25 ] ||
    fail "The base has ${version%%$'\n'*}: give one with a Java 25 runtime."
}
