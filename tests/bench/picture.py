# SPDX-License-Identifier: LGPL-2.1-or-later
"""A picture of the ratios of some rows: bars that begin at 1, on a logarithmic scale."""

import math
from xml.sax.saxutils import escape

from results import NAMES, number

WIDTH = 760
LEFT = 20
# What is written behind the longest bar has this place.
RIGHT = WIDTH - 210
TITLE = 20
BAR = 13
GAP = 8
TOP = 30

HEAD = '''<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: LGPL-2.1-or-later -->
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"
     font-family="sans-serif" font-size="12">
  <rect width="{width}" height="{height}" fill="#fff"/>
'''


class Scale:
    """From ratios to places, with all of `ratios` and 1 on it."""

    def __init__(self, ratios):
        self.low = min(-1, math.floor(math.log10(min(ratios))))
        self.high = max(1, math.ceil(math.log10(max(ratios))))

    def place(self, ratio):
        return LEFT + (RIGHT - LEFT) * (math.log10(ratio) - self.low) / (self.high - self.low)

    def decades(self):
        return [10 ** power for power in range(self.low, self.high + 1)]


def compared(result):
    """What is drawn of a row: a value that is compared with nothing is not. What is not even the measure,
    as an event that costs less than the call pair alone, is as little as can be drawn."""
    return {name: max(other.ratio.median, 0.001) for name, other in result.results.items()
            if other is not result.base}


def grid(scale, height):
    for ratio in scale.decades():
        x = scale.place(ratio)
        colour = '#444' if ratio == 1 else '#ddd'
        yield f'<path d="M{x:.1f},{TOP - 8} L{x:.1f},{height - 8}" stroke="{colour}"/>'
        yield f'<text x="{x:.1f}" y="{TOP - 12}" text-anchor="middle" fill="#666">{ratio:g}</text>'


# So that lines do not cross letters.
HALO = 'paint-order="stroke" stroke="#fff" stroke-width="4"'


def bar(scale, y, name, ratio, right):
    """What is written stands right of the place `right`."""
    one, end = scale.place(1), scale.place(ratio)
    style = 'fill="#5b85b5"' if name.startswith('gobj') else 'fill="#f5f5f5" stroke="#999"'
    yield f'<rect x="{min(one, end):.1f}" y="{y}" width="{abs(end - one):.1f}" height="{BAR - 3}" {style}/>'
    yield (f'<text x="{max(one, end, right) + 6:.1f}" y="{y + BAR - 4}" font-size="11" fill="#666" {HALO}>'
           f'{escape(NAMES[name])} {number(ratio)}</text>')


def mark(scale, y, limit):
    x = scale.place(limit)
    yield f'<path d="M{x:.1f},{y - 2} L{x:.1f},{y + BAR - 1}" stroke="#b33" stroke-width="2"/>'


def draw_row(scale, y, result):
    yield f'<text x="{LEFT}" y="{y + TITLE - 6}" {HALO}>{escape(result.row.title)}</text>'
    y += TITLE
    for name, ratio in compared(result).items():
        has_mark = result.results[name] is result.ours and result.row.against == 'ratio' and result.row.limit
        yield from bar(scale, y, name, ratio, scale.place(result.row.limit) if has_mark else LEFT)
        if has_mark:
            yield from mark(scale, y, result.row.limit)
        y += BAR


def height_of(result):
    return TITLE + BAR * len(compared(result)) + GAP


def draw(measured):
    """The text of a picture, or None if there is nothing to compare."""
    measured = [result for result in measured if compared(result)]
    ratios = [ratio for result in measured for ratio in compared(result).values()]
    if not ratios:
        return None
    scale = Scale(ratios)
    height = TOP + sum(height_of(result) for result in measured) + GAP
    lines = [*grid(scale, height)]
    y = TOP
    for result in measured:
        lines += draw_row(scale, y, result)
        y += height_of(result)
    return HEAD.format(width=WIDTH, height=height) + ''.join(f'  {line}\n' for line in lines) + '</svg>\n'
