// SPDX-License-Identifier: LGPL-2.1-or-later

// Disks of a guest that need not run for it, and checkpoints; block.py is the same in Python.

const {Gio, Libvirt} = imports.gi;
const {assert, assertEqual} = imports.tap;
const {fails, later, names, step, succeeds, values, waitUntil} = imports.steps;

const NO_FLAGS = Libvirt.DomainXMLFlags.NONE;
const IN_BYTES = Libvirt.DomainBlockJobInfoFlags.BANDWIDTH_BYTES;
const copyXML = path => `<disk type='file'><source file='${path}'/><driver type='qcow2'/></disk>`;
const snapshotXML = path => `
<domainsnapshot><disks><disk name='vda'><source file='${path}'/></disk></disks></domainsnapshot>`;
const checkpointXML = name => `
<domaincheckpoint><name>${name}</name><disks><disk name='vda' checkpoint='bitmap'/></disks></domaincheckpoint>`;

function started(host, format = 'qcow2') {
    return host.guest(host.disk(format)[1]);
}

function uses(host, domain, path) {
    return host.seen(domain).get_xml_desc(NO_FLAGS).includes(`<source file='${path}'`);
}

// A guest on an image that stands on another one.
class Chain {
    constructor(host) {
        const [base, disk] = host.disk();

        this.host = host;
        this.base = base;
        this.top = host.path();
        this.domain = host.guest(disk);
        this.domain.create_snapshot_xml(snapshotXML(this.top),
            Libvirt.DomainSnapshotCreateFlags.DISK_ONLY | Libvirt.DomainSnapshotCreateFlags.NO_METADATA);
    }

    uses(path) {
        return uses(this.host, this.domain, path);
    }

    waitForEnd() {
        waitUntil(() => this.domain.get_block_job_info('vda', 0) === null);
    }
}

step('block/peek', async host => {
    const domain = started(host, 'raw');

    assertEqual([...domain.block_peek('vda', 65535, 2, 0).toArray()], [1, 0]);
    assertEqual([...(await later(domain, 'block_peek', 'vda', 0, 3, 0)).toArray()], [1, 1, 1]);
    domain.destroy();
});

step('block/resize', async host => {
    const domain = started(host);

    assert(domain.block_resize('vda', 16 << 20, Libvirt.DomainBlockResizeFlags.BYTES));
    assertEqual(host.seen(domain).get_block_info('vda', 0).capacity, 16 << 20);
    assert(await later(domain, 'block_resize', 'vda', 32 << 10, Libvirt.DomainBlockResizeFlags.NONE));
    assertEqual(host.seen(domain).get_block_info('vda', 0).capacity, 32 << 20);
    domain.destroy();
});

step('block/statistics', async host => {
    const domain = started(host);
    const found = domain.block_stats_flags('vda', Libvirt.TypedParameterFlags.NONE).recursiveUnpack();
    const again = (await later(host.seen(domain), 'block_stats_flags', 'vda', 0)).recursiveUnpack();

    assertEqual(found[Libvirt.DOMAIN_BLOCK_STATS_WRITE_BYTES], 0);
    assertEqual(Object.keys(again).sort(), Object.keys(found).sort());
    domain.destroy();
});

step('block/threshold', host => {
    const domain = started(host);

    assert(domain.set_block_threshold('vda', 1 << 20, 0));
    const [record] = Libvirt.Domain.list_get_stats([host.seen(domain)], Libvirt.DomainStatsTypes.BLOCK, 0);
    assertEqual(record.params.recursiveUnpack()['block.0.threshold'], 1 << 20);
    domain.destroy();
});

step('block/pull', host => {
    const chain = new Chain(host);

    assert(chain.uses(chain.top) && chain.uses(chain.base));
    assert(chain.domain.block_pull('vda', 0, Libvirt.DomainBlockPullFlags.NONE));
    chain.waitForEnd();
    assert(chain.uses(chain.top) && !chain.uses(chain.base));
    chain.domain.destroy();
});

step('block/rebase', async host => {
    const chain = new Chain(host);

    assert(await later(chain.domain, 'block_rebase', 'vda', null, 0, Libvirt.DomainBlockRebaseFlags.NONE));
    chain.waitForEnd();
    assert(chain.uses(chain.top) && !chain.uses(chain.base));
    chain.domain.destroy();
});

step('block/commit', async host => {
    const chain = new Chain(host);
    const ready = [];

    chain.domain.connect('event-block-job-2', (_, disk, kind, status) => ready.push(status));
    assert(chain.domain.block_commit('vda', null, null, 0, Libvirt.DomainBlockCommitFlags.ACTIVE));
    waitUntil(() => ready.includes(Libvirt.ConnectDomainEventBlockJobStatus.READY));
    assert(await later(chain.domain, 'block_job_abort', 'vda', Libvirt.DomainBlockJobAbortFlags.PIVOT));
    chain.waitForEnd();
    assert(chain.uses(chain.base) && !chain.uses(chain.top));
    chain.domain.destroy();
});

// As slowly as to last until it is aborted.
step('block/copy', async host => {
    const [path, disk] = host.disk();
    const domain = host.guest(disk);

    assertEqual(domain.get_block_job_info('vda', IN_BYTES), null);
    assert(domain.block_copy('vda', copyXML(host.path()), values({bandwidth: ['t', 2000]}),
        Libvirt.DomainBlockCopyFlags.TRANSIENT_JOB));
    const info = await later(domain, 'get_block_job_info', 'vda', IN_BYTES);
    assertEqual([info.type, info.bandwidth], [Libvirt.DomainBlockJobType.COPY, 2000]);
    assert(domain.block_job_set_speed('vda', 1000, Libvirt.DomainBlockJobSetSpeedFlags.BANDWIDTH_BYTES));
    assertEqual(host.seen(domain).get_block_job_info('vda', IN_BYTES).bandwidth, 1000);
    assert(domain.block_job_abort('vda', Libvirt.DomainBlockJobAbortFlags.NONE));
    assertEqual(host.seen(domain).get_block_job_info('vda', IN_BYTES), null);
    assert(uses(host, domain, path));
    domain.destroy();
});

step('block/file-descriptors', host => {
    const [path] = host.disk('raw');
    const domain = host.stored(host.disk('raw')[1].replace('<source file', "<source fdgroup='given' file"));

    assert(!succeeds(() => domain.create()));
    const file = Gio.File.new_for_path(path).open_readwrite(null);
    const fd = file.get_input_stream().get_fd();
    assert(domain.fd_associate('given', [fd], Libvirt.DomainFDAssociateFlags.WRITABLE));
    assert(domain.create() && domain.destroy());
    domain.undefine();
});

step('checkpoint/life', async host => {
    const domain = started(host);

    domain.resume();
    const one = domain.create_checkpoint_xml(checkpointXML('one'), Libvirt.DomainCheckpointCreateFlags.NONE);
    const two = await later(domain, 'create_checkpoint_xml', checkpointXML('two'), 0);
    assertEqual([one.get_name(), two.get_name()], ['one', 'two']);
    assert(two.get_parent(0) === one && await later(two, 'get_parent', 0) === one);
    assert(one.list_all_children(0)[0] === two && (await later(one, 'list_all_children', 0))[0] === two);
    assert(domain.lookup_checkpoint_by_name('one', 0) === one);
    assert(await later(domain, 'lookup_checkpoint_by_name', 'two', 0) === two);
    assert(two.get_xml_desc(Libvirt.DomainCheckpointXMLFlags.NO_DOMAIN).includes('<name>one</name>'));
    assertEqual(names(host.seen(domain).list_all_checkpoints(0)), ['one', 'two']);
    assert(two.delete(Libvirt.DomainCheckpointDeleteFlags.NONE) && !two.exists);
    assertEqual(names(await later(host.seen(domain), 'list_all_checkpoints', 0)), ['one']);
    fails(Libvirt.Error.NO_DOMAIN_CHECKPOINT, () => domain.lookup_checkpoint_by_name('two', 0));
    domain.destroy();
});
