# SPDX-License-Identifier: LGPL-2.1-or-later
"""What domains use of their host, as Python has it. Libvirt's test driver counts nothing, so that all
figures are 0, but it answers."""

import gi
import tap

gi.require_version('Libvirt', '1.0')
from gi.repository import Gio, GLib, GObject, Libvirt  # noqa: E402


def wait_until(condition):
    while not condition():
        GLib.MainContext.default().iteration(True)


def open_sampler():
    host = Libvirt.Connect.open('test:///default')
    sampler = host.get_stats_sampler()
    sampler.props.interval = 100
    wait_until(lambda: len(sampler.props.domains) > 0)
    return host, sampler


class Bar(GObject.Object):
    percent = GObject.Property(type=float, default=50)


@tap.test('/languages/python/sampler/samples')
def samples():
    host, sampler = open_sampler()
    domain = host.lookup_domain_by_name('test')
    item = sampler.find(domain)
    assert item is sampler.props.domains[0]
    assert item.props.domain is domain and item.props.sample is None
    told = []
    item.connect('notify::sample', lambda item, _: told.append(item.props.sample))
    bar = Bar()
    item.bind_property('cpu-percent', bar, 'percent', GObject.BindingFlags.SYNC_CREATE)
    assert bar.percent == 0

    sampler.hold()
    assert sampler.props.active
    wait_until(lambda: len(told) >= 3)
    sampler.release()
    assert not sampler.props.active
    assert list(item.props.history) == told and told[-1] is item.props.sample
    times = [sample.props.time for sample in told]
    assert times == sorted(set(times)) and times[-1] <= GLib.get_monotonic_time(), times
    sample = item.props.sample
    assert (sample.get_disks(), sample.get_interfaces(), sample.get_n_vcpus()) == ([], [], 0)
    assert sample.get_vcpu_percent(7) == sample.props.disk_write_rate == sample.props.memory_used == 0
    assert sample.props.known == item.props.known == Libvirt.DomainStatsTypes.NONE, sample.props.known


@tap.test('/languages/python/sampler/history-length')
def history_length():
    host, sampler = open_sampler()
    item = sampler.props.domains[0]
    longest = []
    item.props.history.connect('items-changed', lambda history, *_: longest.append(len(history)))
    sampler.props.history_length = 2
    sampler.hold()
    told = []
    item.connect('notify::sample', lambda *_: told.append(1))
    wait_until(lambda: len(told) >= 4)
    sampler.release()
    assert max(longest) == len(item.props.history) == 2, longest
    sampler.props.history_length = 0
    assert len(item.props.history) == 0
    assert host.props.state == Libvirt.ConnectState.OPEN


@tap.test('/languages/python/sampler/groups')
def groups():
    _host, sampler = open_sampler()
    types = Libvirt.DomainStatsTypes
    assert sampler.props.groups & types.CPU_TOTAL and not sampler.props.groups & types.PERF
    sampler.props.groups = types.CPU_TOTAL | types.PERF
    assert sampler.get_groups() == types.CPU_TOTAL | types.PERF
    assert sampler.props.error is None


@tap.test('/languages/python/sampler/list-model')
def list_model():
    """As a view takes it: what is made of each item goes with it."""
    host, sampler = open_sampler()
    names = Gio.ListStore.new(Libvirt.DomainSampler)
    domains = sampler.props.domains
    assert domains.get_item_type() == Libvirt.DomainSampler.__gtype__

    def follow(domains, position, removed, added):
        names.splice(position, removed, domains[position:position + added])

    domains.connect('items-changed', follow)
    follow(domains, 0, 0, len(domains))
    xml = "<domain type='test'><name>passing</name><memory>1024</memory><os><type>hvm</type></os></domain>"
    domain = host.create_domain_xml(xml, 0)
    wait_until(lambda: 'passing' in [item.props.domain.props.name for item in names])
    domain.destroy()
    wait_until(lambda: 'passing' not in [item.props.domain.props.name for item in names])
    assert sampler.find(domain) is None


@tap.test('/languages/python/sampler/flow')
def flow():
    """A view may be tried out without a host."""
    made = Libvirt.StatsFlow()
    made.name, made.bytes_in = 'vda', 1.5
    copy = made.copy()
    assert (copy.name, copy.bytes_in, copy.requests_out) == ('vda', 1.5, 0)


tap.run()
