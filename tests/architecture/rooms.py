#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks that the tree is built as lib/CMakeLists.txt says. usage: rooms.py SOURCE_DIR

* every folder of lib/ is a room of the list, and every room of the list is a folder;
* a file of a room includes files of its own room, of rooms before it in the list, and the vocabulary (yiwen/*.h);
  the vocabulary includes the vocabulary alone, and nothing in lib/ includes cli/ or tests/;
* the three required libraries stay behind their fences: OpenCC and dtl in one .cc file each, ICU in no header;
* CLI11, which takes long to compile, in one file;
* every source file names its licence, and a header is guarded by #pragma once.

Prints one line a fault, "file:line: reason", and exits 1 where there are any.
"""
import pathlib
import re
import sys

VOCABULARY = "include"
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
HEADERS, SOURCES = {".h", ".hpp"}, {".cc", ".cpp", ".h", ".hpp"}


def rooms_of(source_dir):
    text = (source_dir / "lib" / "CMakeLists.txt").read_text(encoding="utf-8")
    listed = re.search(r"set\(YIWEN_ROOMS\s+([a-z\s]+)\)", text)
    if not listed:
        raise SystemExit("lib/CMakeLists.txt: no set(YIWEN_ROOMS ...)")
    return listed.group(1).split()


def includes_of(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = INCLUDE.match(line)
        if found:
            yield number, found.group(2)


def files_under(folder):
    return sorted(p for p in folder.rglob("*") if p.suffix in SOURCES)


def library_of(include):
    """The fenced library that an include belongs to, or None."""
    if include.startswith("opencc/"):
        return "OpenCC"
    if include.startswith("dtl/"):
        return "dtl"
    if include.startswith("unicode/"):
        return "ICU"
    if include.startswith("CLI/"):
        return "CLI11"
    return None


def climbs(room, include, rooms, lib):
    """Why a file of the room (or of the vocabulary) may not include this, or None."""
    if include.startswith("yiwen/"):
        return None if (lib / VOCABULARY / include).is_file() else f"no {include} in the vocabulary"
    if include.startswith(("cli/", "tests/", "../")) or "/../" in include:
        return f"includes {include}, which is outside the rooms"
    target = include.split("/", 1)[0] if "/" in include else None
    if target not in rooms:
        return None  # a system or library header
    if room == VOCABULARY:
        return f"the vocabulary includes the room {target}"
    if rooms.index(target) > rooms.index(room):
        return f"{room} includes {target}, which comes after it"
    return None


def faults_of(source_dir):
    lib = source_dir / "lib"
    rooms = rooms_of(source_dir)
    faults = []

    folders = {p.name for p in lib.iterdir() if p.is_dir()} - {VOCABULARY}
    faults += [f"lib/{name}: a folder that is not in the list of rooms" for name in sorted(folders - set(rooms))]
    faults += [f"lib/CMakeLists.txt: room {name} has no folder" for name in rooms if name not in folders]
    faults += [f"lib/CMakeLists.txt: room {name} is listed twice" for name in rooms if rooms.count(name) > 1]

    fenced = {}
    for path in files_under(lib) + files_under(source_dir / "cli") + files_under(source_dir / "tests"):
        name = path.relative_to(source_dir)
        text = path.read_text(encoding="utf-8")
        if not text.startswith("// SPDX-License-Identifier: Apache-2.0"):
            faults.append(f"{name}:1: does not begin with its licence line")
        if path.suffix in HEADERS and "#pragma once" not in text:
            faults.append(f"{name}:1: has no #pragma once")
        room = name.parts[1] if name.parts[0] == "lib" and name.parts[1] in [*rooms, VOCABULARY] else None
        for line, include in includes_of(path):
            if name.parts[0] == "lib" and len(name.parts) == 3 and room is None:
                continue  # the folder itself is the fault
            if room and (why := climbs(room, include, rooms, lib)):
                faults.append(f"{name}:{line}: {why}")
            library = library_of(include)
            if not library or name.parts[0] == "tests":
                continue
            if path.suffix in HEADERS:
                faults.append(f"{name}:{line}: {library} in a header ({include})")
            fenced.setdefault(library, {}).setdefault(str(name), line)
    for library in ("OpenCC", "dtl", "CLI11"):
        places = fenced.get(library, {})
        if len(places) > 1:
            faults += [f"{name}:{line}: {library} belongs behind one fence, and stands in {len(places)} files"
                       for name, line in sorted(places.items())]
    return faults


def main():
    faults = faults_of(pathlib.Path(sys.argv[1]).resolve())
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
