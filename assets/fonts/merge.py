#!/usr/bin/python3
"""Builds Harbour's fonts: several font files become one TrueType file.

    merge.py OUT.ttf NAME BASE MORE...
    merge.py --only RANGES OUT.ttf NAME BASE MORE...

The first file wins where two hold the same character; a later one adds what is
missing. RANGES keeps a part of all of them: "20-7E,A0-FF". Zero width joiner and
non-joiner are added as empty glyphs where no file brings them, because Persian and
several Indic spellings hold them and a missing glyph is drawn as a box.

Needs fontTools (Debian: python3-fonttools). README.md names the sources.
"""
import os
import sys
import tempfile

# A fixed time in the head table, so that two runs give the same bytes.
os.environ.setdefault("SOURCE_DATE_EPOCH", "1750000000")

from fontTools import merge, subset  # noqa: E402
from fontTools.ttLib import TTFont  # noqa: E402
from fontTools.ttLib.tables._g_l_y_f import Glyph  # noqa: E402

JOINERS = {0x200C: "zwnj", 0x200D: "zwj"}


def ranges(text):
    """Reads "20-7E,A0" as a set of code points."""
    keep = set()
    for part in text.split(","):
        first, _, last = part.partition("-")
        keep.update(range(int(first, 16), int(last or first, 16) + 1))
    return keep


def part(path, wanted, out):
    """Writes the wanted characters of one font, without what does not merge."""
    font = TTFont(path)
    font.flavor = None
    o = subset.Options()
    o.layout_features, o.hinting, o.glyph_names, o.notdef_outline = ["*"], False, False, True
    # Hinting and device tables do not merge.
    o.drop_tables += ["hdmx", "VDMX", "LTSH", "gasp", "DSIG", "fpgm", "prep", "cvt "]
    s = subset.Subsetter(o)
    s.populate(unicodes=wanted)
    s.subset(font)
    font.save(out)


def add_joiners(font):
    """Adds the joiners as glyphs without outline and without width."""
    have = font.getBestCmap()
    order = font.getGlyphOrder()
    for code, name in JOINERS.items():
        if code in have:
            continue
        order = order + [name]
        font.setGlyphOrder(order)
        font["glyf"].glyphs[name] = Glyph()
        font["glyf"].glyphOrder = order
        font["hmtx"].metrics[name] = (0, 0)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name
    font["maxp"].numGlyphs = len(order)


def main(args):
    keep = None
    if args[0] == "--only":
        keep, args = ranges(args[1]), args[2:]
    out, name, files = args[0], args[1], args[2:]
    have, parts, work = set(), [], tempfile.mkdtemp()
    for i, path in enumerate(files):
        wanted = [u for u in TTFont(path).getBestCmap() if u not in have and (keep is None or u in keep)]
        have.update(wanted)
        parts.append(f"{work}/{i}.ttf")
        part(path, wanted, parts[-1])
    font = merge.Merger().merge(parts) if len(parts) > 1 else TTFont(parts[0])
    add_joiners(font)
    # A line box of 1.5 leaves room for Arabic and Burmese.
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = 1085, -415, 0
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = 1085, -415, 0
    os2.usWinAscent, os2.usWinDescent = 1085, 415
    for r in font["name"].names:
        if r.nameID in (1, 3, 4, 6, 16):
            r.string = name.replace(" ", "") if r.nameID == 6 else name
    font.save(out)
    print(out, len(font.getGlyphOrder()), "glyphs", os.path.getsize(out), "bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
