# SPDX-License-Identifier: LGPL-2.1-or-later
"""The benchmark still does what it says it measures, with next to nothing of it and no clock.

    test-bench.py SOURCE-FOLDER BUILD-FOLDER
"""

import sys

import results
import rows
import runs
import tap

SOURCE, BUILD = sys.argv[1:]


def try_row(bench, row):
    """runs.py compares what was done with what was to be done."""
    @tap.test(f'/bench/{row.key}/does-its-work')
    def works():
        values = row.measure(bench)
        assert any(name.startswith('gobj') for name in values), values


@tap.test('/bench/results/ratios-are-those-of-one-round')
def ratios():
    row = rows.Row('row', 'A row', 's', None, limit=1.5)
    result = results.RowResult(row, [{'raw': 1, 'gobj': 2}, {'raw': 10, 'gobj': 10}, {'raw': 100, 'gobj': 100}])
    assert result.ours.ratio.median == 1 and result.ours.value.median == 10
    assert result.ours.ratio.high == 1.5
    assert result.reached


@tap.test('/bench/results/a-bar-that-is-missed-is-told')
def missed():
    row = rows.Row('row', 'A row', 'ms', None, limit=1, against='value', scale=1000)
    assert not results.RowResult(row, [{'raw': 1, 'gobj': 0.002}]).reached
    assert results.RowResult(row, [{'raw': 1, 'gobj': 0.001}]).reached


with runs.Runs(SOURCE, BUILD, tiny=True) as tiny:
    for each in rows.ROWS:
        try_row(tiny, each)
    tap.run()
