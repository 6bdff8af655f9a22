#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the typeface of printed reports from Inter (OFL, no reserved name): `tabular.py Inter-Regular.otf …`.

Figures of equal width become the usual ones, because Qt before 6.7 can not ask a font for them, and figures that are
merely placed at equal distances fall apart into separate words when a PDF is searched. What tables do not need is left
out: alternates, symbols, and features but kerning and marks. The result calls itself "Inter Tabular"."""
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

ALPHABETS = [(0x20, 0x52F), (0x1E00, 0x1FFF), (0x2010, 0x2044), (0x2070, 0x20BF), (0x2100, 0x2193), (0x2212, 0x2265)]

for path in sys.argv[1:]:
    font = TTFont(path, recalcTimestamp=False)
    tabular = {}
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in font["GSUB"].table.LookupList.Lookup[index].SubTable:
                    tabular.update(getattr(table, "ExtSubTable", table).mapping)
    for table in font["cmap"].tables:  # tables may share one map
        for code in range(ord("0"), ord("9") + 1):
            table.cmap[code] = tabular.get(table.cmap[code], table.cmap[code])
    options = subset.Options(layout_features=["kern", "mark", "mkmk", "ccmp", "locl"], name_IDs=["*"], notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for first, last in ALPHABETS for code in range(first, last + 1)])
    cutter.subset(font)
    for name in font["name"].names:
        if name.nameID in (1, 3, 4, 6, 16):
            text = name.toUnicode()
            name.string = text.replace("Inter", "InterTabular" if name.nameID == 6 else "Inter Tabular", 1)
    font.save(path.replace("Inter-", "InterTabular-"))
