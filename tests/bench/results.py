# SPDX-License-Identifier: LGPL-2.1-or-later
"""Several rounds of a row, and what they come to."""

import csv
import dataclasses
import statistics

NAMES = {'raw': 'libvirt alone', 'gobj': 'libvirt-gobj', 'glib': 'libvirt-glib', 'python': 'libvirt-python',
         'gobj-python': 'libvirt-gobj in Python', 'glib-python': 'libvirt-glib in Python',
         'raw-as-much': 'libvirt alone, asked as much', 'few': 'libvirt-gobj, 100 domains'}


# Of fewer values than that quartiles would only hide how far they are apart.
ENOUGH = 5
COLUMNS = ('row', 'implementation', 'unit', 'value', 'value_low', 'value_high', 'ratio', 'ratio_low', 'ratio_high',
           'bar', 'rounds', 'date', 'version', 'machine')


@dataclasses.dataclass
class Spread:
    """Median and quartiles; of few values the least and the greatest."""
    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values):
        if len(values) < ENOUGH:
            return cls(statistics.median(values), min(values), max(values))
        low, median, high = statistics.quantiles(values, n=4, method='inclusive')
        return cls(median, low, high)


@dataclasses.dataclass
class Result:
    """Of one implementation: in the row's unit, and as a ratio to the row's measure."""
    value: Spread
    ratio: Spread


@dataclasses.dataclass
class Origin:
    """When a run was made, of which version of the library, and where."""
    date: str
    version: str
    machine: str


class RowResult:
    """`results` has one of each implementation. The first is the measure. They are of so many rounds."""

    def __init__(self, row, results, rounds, origin):
        self.row = row
        self.results = results
        self.rounds = rounds
        self.origin = origin
        self.base = next(iter(results.values()))
        self.ours = next(result for name, result in results.items() if name.startswith('gobj'))

    @classmethod
    def of_rounds(cls, row, rounds, origin):
        """`rounds` has a dict for each: implementation to value. The first one is the measure."""
        base = next(iter(rounds[0]))
        return cls(row, {
            name: Result(Spread.of([values[name] * row.scale for values in rounds]),
                         Spread.of([values[name] / values[base] for values in rounds]))
            for name in rounds[0]}, len(rounds), origin)

    @classmethod
    def of_records(cls, row, records):
        """As records() had them."""
        def spread(record, prefix):
            return Spread(*(float(record[prefix + part]) for part in ('', '_low', '_high')))
        first = records[0]
        return cls(row, {record['implementation']: Result(spread(record, 'value'), spread(record, 'ratio'))
                         for record in records},
                   int(first['rounds']), Origin(first['date'], first['version'], first['machine']))

    @property
    def reached(self):
        return self.row.reached(self.ours, self.base)

    def lines(self):
        """A list of texts of each implementation."""
        for name, result in self.results.items():
            spread = f'{number(result.ratio.low)}–{number(result.ratio.high)}' if self.rounds > 1 else ''
            yield [NAMES[name], number(result.value.median), self.row.unit, number(result.ratio.median), spread]

    def records(self):
        """For the CSV."""
        def columns(spread, prefix):
            return {prefix: f'{spread.median:.6g}', prefix + '_low': f'{spread.low:.6g}',
                    prefix + '_high': f'{spread.high:.6g}'}
        for name, result in self.results.items():
            yield {'row': self.row.key, 'implementation': name, 'unit': self.row.unit,
                   **columns(result.value, 'value'), **columns(result.ratio, 'ratio'),
                   'bar': self.row.bar if result is self.ours else '', 'rounds': self.rounds,
                   **dataclasses.asdict(self.origin)}


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
    print(f'\n{row.title}', f'  bar: {row.bar}: {VERDICTS[result.reached]}' if row.bar else '',
          f'  rounds: {result.rounds}', sep='')
    for name, value, unit, ratio, spread in result.lines():
        print(f'  {name:28} {value:>12} {unit:26} {ratio:>8}  {spread and f"({spread})"}'.rstrip())


def write_csv(path, measured):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator='\n')
        writer.writeheader()
        for result in measured:
            writer.writerows(result.records())


def read_csv(paths, rows):
    """What write_csv() wrote, in the order of `rows`. Of what was measured twice, the last counts."""
    found = {}
    for path in paths:
        with open(path, encoding='utf-8', newline='') as file:
            of_file = {}
            reader = csv.DictReader(file)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                raise ValueError(f'{path} was not written by --csv of this version')
            for record in reader:
                of_file.setdefault(record['row'], []).append(record)
        found.update(of_file)
    return [RowResult.of_records(row, found[row.key]) for row in rows if row.key in found]
