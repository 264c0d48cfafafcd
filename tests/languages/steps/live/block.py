# SPDX-License-Identifier: LGPL-2.1-or-later
"""Disks of a guest that need not run for it, and checkpoints; block.js is the same in JavaScript."""

from gi.repository import Gio, Libvirt
from steps import fails, later, names, step, succeeds, values, wait_until

LIVE = Libvirt.DomainModificationImpact.LIVE
NO_FLAGS = Libvirt.DomainXMLFlags.NONE
IN_BYTES = Libvirt.DomainBlockJobInfoFlags.BANDWIDTH_BYTES
COPY = "<disk type='file'><source file='{path}'/><driver type='qcow2'/></disk>"
SNAPSHOT = '''
<domainsnapshot><disks><disk name='vda'><source file='{path}'/></disk></disks></domainsnapshot>'''
CHECKPOINT = '''
<domaincheckpoint><name>{name}</name><disks><disk name='vda' checkpoint='bitmap'/></disks></domaincheckpoint>'''


class Chain:
    """A guest on an image that stands on another one."""

    def __init__(self, host):
        self.host = host
        self.base, disk = host.disk()
        self.top = host.path()
        self.domain = host.guest(disk)
        self.domain.create_snapshot_xml(SNAPSHOT.format(path=self.top),
                                        Libvirt.DomainSnapshotCreateFlags.DISK_ONLY |
                                        Libvirt.DomainSnapshotCreateFlags.NO_METADATA)

    def uses(self, path):
        return f"<source file='{path}'" in self.host.seen(self.domain).get_xml_desc(NO_FLAGS)

    def wait_for_end(self):
        wait_until(lambda: self.domain.get_block_job_info('vda', 0) is None)


@step('block/peek')
def peek(host):
    domain = host.guest(host.disk('raw')[1])
    assert domain.block_peek('vda', 65535, 2, 0).get_data() == b'\x01\x00'
    assert later(domain, 'block_peek', 'vda', 0, 3, 0).get_data() == b'\x01\x01\x01'
    domain.destroy()


@step('block/resize')
def resize(host):
    domain = host.guest(host.disk()[1])
    assert domain.block_resize('vda', 16 << 20, Libvirt.DomainBlockResizeFlags.BYTES)
    assert host.seen(domain).get_block_info('vda', 0).capacity == 16 << 20
    assert later(domain, 'block_resize', 'vda', 32 << 10, Libvirt.DomainBlockResizeFlags.NONE)
    assert host.seen(domain).get_block_info('vda', 0).capacity == 32 << 20
    domain.destroy()


@step('block/statistics')
def stats(host):
    domain = host.guest(host.disk()[1])
    found = domain.block_stats_flags('vda', Libvirt.TypedParameterFlags.NONE).unpack()
    assert found[Libvirt.DOMAIN_BLOCK_STATS_WRITE_BYTES] == 0
    assert later(host.seen(domain), 'block_stats_flags', 'vda', 0).unpack().keys() == found.keys()
    domain.destroy()


@step('block/threshold')
def threshold(host):
    domain = host.guest(host.disk()[1])
    assert domain.set_block_threshold('vda', 1 << 20, 0)
    record, = Libvirt.Domain.list_get_stats([host.seen(domain)], Libvirt.DomainStatsTypes.BLOCK, 0)
    assert record.params['block.0.threshold'] == 1 << 20
    domain.destroy()


@step('block/pull')
def pull(host):
    chain = Chain(host)
    assert chain.uses(chain.top) and chain.uses(chain.base)
    assert chain.domain.block_pull('vda', 0, Libvirt.DomainBlockPullFlags.NONE)
    chain.wait_for_end()
    assert chain.uses(chain.top) and not chain.uses(chain.base)
    chain.domain.destroy()


@step('block/rebase')
def rebase(host):
    chain = Chain(host)
    assert later(chain.domain, 'block_rebase', 'vda', None, 0, Libvirt.DomainBlockRebaseFlags.NONE)
    chain.wait_for_end()
    assert chain.uses(chain.top) and not chain.uses(chain.base)
    chain.domain.destroy()


@step('block/commit')
def commit(host):
    chain = Chain(host)
    ready = []
    chain.domain.connect('event-block-job-2', lambda _, disk, kind, status: ready.append(status))
    assert chain.domain.block_commit('vda', None, None, 0, Libvirt.DomainBlockCommitFlags.ACTIVE)
    wait_until(lambda: Libvirt.ConnectDomainEventBlockJobStatus.READY in ready)
    assert later(chain.domain, 'block_job_abort', 'vda', Libvirt.DomainBlockJobAbortFlags.PIVOT)
    chain.wait_for_end()
    assert chain.uses(chain.base) and not chain.uses(chain.top)
    chain.domain.destroy()


@step('block/copy')
def copy(host):
    """As slowly as to last until it is aborted."""
    path, disk = host.disk()
    domain = host.guest(disk)
    assert domain.get_block_job_info('vda', IN_BYTES) is None
    assert domain.block_copy('vda', COPY.format(path=host.path()), values(bandwidth=('t', 2000)),
                             Libvirt.DomainBlockCopyFlags.TRANSIENT_JOB)
    info = later(domain, 'get_block_job_info', 'vda', IN_BYTES)
    assert (info.type, info.bandwidth) == (Libvirt.DomainBlockJobType.COPY, 2000)
    assert domain.block_job_set_speed('vda', 1000, Libvirt.DomainBlockJobSetSpeedFlags.BANDWIDTH_BYTES)
    assert host.seen(domain).get_block_job_info('vda', IN_BYTES).bandwidth == 1000
    assert domain.block_job_abort('vda', Libvirt.DomainBlockJobAbortFlags.NONE)
    assert host.seen(domain).get_block_job_info('vda', IN_BYTES) is None
    assert f"<source file='{path}'" in host.seen(domain).get_xml_desc(NO_FLAGS)
    domain.destroy()


@step('block/file-descriptors')
def associate(host):
    path = host.disk('raw')[0]
    disk = host.disk('raw')[1].replace('<source file', "<source fdgroup='given' file")
    domain = host.stored(disk)
    assert not succeeds(domain.create)
    file = Gio.File.new_for_path(path).open_readwrite(None)
    fd = file.get_input_stream().get_fd()
    assert domain.fd_associate('given', [fd], Libvirt.DomainFDAssociateFlags.WRITABLE)
    assert domain.create() and domain.destroy()
    domain.undefine()


@step('checkpoint/life')
def checkpoints(host):
    domain = host.guest(host.disk()[1])
    domain.resume()
    one = domain.create_checkpoint_xml(CHECKPOINT.format(name='one'), Libvirt.DomainCheckpointCreateFlags.NONE)
    two = later(domain, 'create_checkpoint_xml', CHECKPOINT.format(name='two'), 0)
    assert (one.get_name(), two.get_name()) == ('one', 'two')
    assert two.get_parent(0) is one and later(two, 'get_parent', 0) is one
    assert one.list_all_children(0) == [two] == later(one, 'list_all_children', 0)
    assert domain.lookup_checkpoint_by_name('one', 0) is one
    assert later(domain, 'lookup_checkpoint_by_name', 'two', 0) is two
    assert '<name>one</name>' in two.get_xml_desc(Libvirt.DomainCheckpointXMLFlags.NO_DOMAIN)
    assert names(host.seen(domain).list_all_checkpoints(0)) == ['one', 'two']
    assert two.delete(Libvirt.DomainCheckpointDeleteFlags.NONE) and not two.props.exists
    assert names(later(host.seen(domain), 'list_all_checkpoints', 0)) == ['one']
    fails(Libvirt.Error.NO_DOMAIN_CHECKPOINT, domain.lookup_checkpoint_by_name, 'two', 0)
    domain.destroy()
