# SPDX-License-Identifier: LGPL-2.1-or-later
"""How much of the host a domain gets; tuning.js is the same in JavaScript."""

from gi.repository import Libvirt
from steps import fails, later, step, values

Impact = Libvirt.DomainModificationImpact
NO_FLAGS = Libvirt.DomainXMLFlags.NONE


@step('memory/maximum')
def maximum(host):
    domain = host.stored()
    assert domain.set_max_memory(16384)
    assert domain.get_max_memory() == later(host.seen(domain), 'get_max_memory') == 16384


@step('memory/size')
def size(host):
    domain = host.guest()
    assert domain.set_memory(4096)
    assert host.seen(domain).get_info().memory == 4096
    assert later(domain, 'set_memory', 5120)
    assert host.seen(domain).get_info().memory == 5120
    assert domain.set_memory_flags(6144, Libvirt.DomainMemoryModFlags.LIVE)
    assert host.seen(domain).get_info().memory == 6144
    fails(Libvirt.Error.INVALID_ARG, domain.set_memory, 9000)


@step('memory/statistics-period')
def statistics_period(host):
    domain = host.guest()
    assert domain.set_memory_stats_period(7, Libvirt.DomainMemoryModFlags.LIVE)
    assert "<stats period='7'/>" in host.seen(domain).get_xml_desc(NO_FLAGS)


@step('vcpu/number')
def vcpus(host):
    domain = host.guest()
    assert domain.get_max_vcpus() == later(domain, 'get_max_vcpus') == 4
    assert domain.set_vcpus(3)
    assert host.seen(domain).get_info().nr_virt_cpu == 3
    assert later(domain, 'set_vcpus_flags', 1, Libvirt.DomainVcpuFlags.LIVE)
    assert host.seen(domain).get_vcpus_flags(Libvirt.DomainVcpuFlags.LIVE) == 1


@step('vcpu/pin')
def pin(host):
    domain = host.guest()
    assert domain.pin_vcpu_flags(1, b'\x02', Impact.CURRENT)
    assert host.seen(domain).get_vcpu_pin_info(Impact.LIVE)[1][0] == 2


@step('iothread/parameters')
def io_thread(host):
    domain = host.guest()
    assert domain.add_io_thread(5, Impact.LIVE)
    assert domain.set_io_thread_params(5, values(poll_max_ns=('t', 5000)), Impact.LIVE)
    fails(Libvirt.Error.INVALID_ARG, domain.set_io_thread_params, 9, values(poll_max_ns=('t', 1)), Impact.LIVE)
    assert [thread.iothread_id for thread in host.seen(domain).get_io_thread_info(Impact.LIVE)] == [1, 5]
    assert later(domain, 'del_io_thread', 5, Impact.LIVE)
    assert [thread.iothread_id for thread in host.seen(domain).get_io_thread_info(Impact.LIVE)] == [1]


@step('tuning/blkio')
def blkio(host):
    domain = host.stored()
    assert domain.set_blkio_parameters(values(weight=('u', 333)), Impact.CONFIG)
    assert host.seen(domain).get_blkio_parameters(Impact.CONFIG)['weight'] == 333
    assert later(domain, 'set_blkio_parameters', values(weight=('u', 444)), Impact.CONFIG)
    assert later(host.seen(domain), 'get_blkio_parameters', Impact.CONFIG)['weight'] == 444


@step('tuning/numa')
def numa(host):
    domain = host.stored()
    assert domain.set_numa_parameters(values(numa_nodeset=('s', '0-1')), Impact.CONFIG)
    assert host.seen(domain).get_numa_parameters(Impact.CONFIG)['numa_nodeset'] == '0-1'


@step('tuning/perf-events')
def perf_events(host):
    domain = host.stored()
    assert domain.set_perf_events(values(cpu_clock=('b', True)), Impact.CONFIG)
    assert host.seen(domain).get_perf_events(Impact.CONFIG)['cpu_clock'] is True
    assert "<event name='cpu_clock' enabled='yes'/>" in host.seen(domain).get_xml_desc(NO_FLAGS)


@step('tuning/scheduler')
def scheduler(host):
    """The make-believe takes a weight, and has the same one as before."""
    domain = host.guest()
    assert tuple(domain.get_scheduler_type()) == ('fair', 1)
    assert domain.get_scheduler_parameters().unpack() == {'weight': 50}
    assert domain.set_scheduler_parameters(values(weight=('u', 60)))
    assert later(domain, 'set_scheduler_parameters_flags', values(weight=('u', 60)), Impact.CURRENT)
    fails(Libvirt.Error.ARGUMENT_UNSUPPORTED, domain.set_scheduler_parameters, values(height=('u', 60)))
    fails(Libvirt.Error.ARGUMENT_UNSUPPORTED, domain.set_scheduler_parameters_flags, values(height=('u', 60)),
          Impact.CURRENT)


@step('interface-of-domain/parameters')
def interface_parameters(host):
    domain = host.stored()
    average = Libvirt.DOMAIN_BANDWIDTH_IN_AVERAGE
    assert domain.set_interface_parameters('net0', values(**{average: ('u', 1000)}), Impact.CONFIG)
    assert host.seen(domain).get_interface_parameters('net0', Impact.CONFIG)[average] == 1000
    assert "<inbound average='1000'/>" in host.seen(domain).get_xml_desc(NO_FLAGS)


@step('interface-of-domain/statistics')
def interface_stats(host):
    domain = host.guest()
    before = domain.interface_stats('net0')
    assert before.rx_bytes > 0
    assert later(host.seen(domain), 'interface_stats', '52:54:00:00:00:01').rx_bytes >= before.rx_bytes


@step('block/io-tune')
def io_tune(host):
    domain = host.guest()
    key = Libvirt.DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC
    assert domain.set_block_io_tune('vda', values(**{key: ('t', 65536), key + '_max': ('t', 65536)}), Impact.LIVE)
    assert host.seen(domain).get_block_io_tune('vda', Impact.LIVE)[key] == 65536
    assert '<total_bytes_sec>65536</total_bytes_sec>' in host.seen(domain).get_xml_desc(NO_FLAGS)
