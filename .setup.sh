# Sourced by ./demo and ./check: installs what a fresh Debian 12 lacks, from the list .debian-packages.
# Nothing is asked of the network when everything is there.

install_packages() {
  local wanted missing=() package
  wanted=$(sed 's/#.*//; s/[[:space:]]//g; /^$/d' .debian-packages)
  for package in $wanted; do
    if [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
      missing+=("$package")
    fi
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  export DEBIAN_FRONTEND=noninteractive
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build_preset PRESET [TARGET...]: configures once, then builds what changed. Sources are compiled in
# batches, since most of a compilation is reading the same headers: from scratch that takes a third
# of the time. Who works on the code configures first, with `cmake --preset PRESET`: one by one.
build_preset() {
  local preset=$1
  shift
  local targets=()
  [ $# -eq 0 ] || targets=(--target "$@")
  [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" -Wno-dev -DCMAKE_UNITY_BUILD=ON
  cmake --build --preset "$preset" "${targets[@]}"
}
