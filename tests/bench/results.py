# SPDX-License-Identifier: LGPL-2.1-or-later
"""Several rounds of a row, and what they come to."""

import dataclasses
import statistics

NAMES = {'raw': 'libvirt alone', 'gobj': 'libvirt-gobj', 'glib': 'libvirt-glib', 'python': 'libvirt-python',
         'gobj-python': 'libvirt-gobj in Python', 'glib-python': 'libvirt-glib in Python'}


@dataclasses.dataclass
class Spread:
    """Median and quartiles."""
    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values):
        if len(values) == 1:
            return cls(values[0], values[0], values[0])
        low, median, high = statistics.quantiles(values, n=4, method='inclusive')
        return cls(median, low, high)


@dataclasses.dataclass
class Result:
    """Of one implementation."""
    value: Spread
    ratio: Spread


class RowResult:
    def __init__(self, row, rounds):
        """`rounds` has a dict for each: implementation to value. The first one is the measure."""
        self.row = row
        self.base = next(iter(rounds[0]))
        self.results = {}
        for implementation in rounds[0]:
            values = [values[implementation] for values in rounds]
            ratios = [values[implementation] / values[self.base] for values in rounds]
            self.results[implementation] = Result(Spread.of(values), Spread.of(ratios))

    @property
    def ours(self):
        return next(result for name, result in self.results.items() if name.startswith('gobj'))

    @property
    def reached(self):
        return self.row.reached(self.ours, self.results[self.base])

    def lines(self):
        """A list of texts of each implementation."""
        for name, result in self.results.items():
            yield [NAMES[name], number(result.value.median * self.row.scale), self.row.unit,
                   number(result.ratio.median), f'{number(result.ratio.low)}–{number(result.ratio.high)}']

    def records(self):
        """For the CSV."""
        for name, result in self.results.items():
            yield {'row': self.row.key, 'implementation': name, 'unit': self.row.unit,
                   'median': f'{result.value.median * self.row.scale:.6g}',
                   'ratio': f'{result.ratio.median:.4g}',
                   'ratio_low': f'{result.ratio.low:.4g}', 'ratio_high': f'{result.ratio.high:.4g}',
                   'bar': self.row.bar if name.startswith('gobj') else ''}


def number(value):
    """Three digits that mean something, or all of an integer part."""
    if abs(value) >= 1000:
        return f'{value:,.0f}'
    if abs(value) >= 100:
        return f'{value:.0f}'
    return f'{value:.3g}' if abs(value) < 10 else f'{value:.1f}'


VERDICTS = {True: 'reached', False: 'missed', None: ''}


def print_row(result):
    row = result.row
    print(f'\n{row.title}', f'  bar: {row.bar}: {VERDICTS[result.reached]}' if row.bar else '', sep='')
    for name, value, unit, ratio, spread in result.lines():
        print(f'  {name:24} {value:>12} {unit:26} {ratio:>8}  ({spread})')
